import { Command } from 'commander';
import type { Output } from './output.ts';
import { run } from './run.ts';

const marks = { right: '✓', doubtful: '!', wrong: '✗' } as const;

async function doctor(out: Output): Promise<void> {
  const { readConfig } = await import('#lib/server/config.ts');
  const { examine } = await import('#lib/server/doctor/index.ts');
  const findings = await examine(readConfig());
  for (const finding of findings) {
    out.say(`${marks[finding.state]} ${finding.name}: ${finding.text}`);
    out.data(finding);
  }
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1;
}

export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('look at everything that the archive needs, and say what is wrong and what to do')
    .option('--json', 'answer with one JSON object a line')
    .addHelpText(
      'after',
      '\nExit code 1 when something is wrong.\n\nExamples:\n  acervo doctor\n  acervo doctor --json'
    )
    .action((options: { json?: boolean }) => run(options, doctor));

import type { Command } from 'commander';
import type { CaptionReport } from '#lib/domain/captions/report.ts';

/** Writes and waits while the reader of a pipe is slow; false when the reader has gone. */
function write(text: string): Promise<boolean> {
  return new Promise((done) => {
    process.stdout.write(text, (error) => done(!error));
  });
}

const chunkLength = 1 << 18;

/** One JSON object on one line, in pieces: half a million cues never stand in memory as text. */
async function printReport(report: CaptionReport): Promise<boolean> {
  const { file, format, ok, cues, problems } = report;
  let pending = `{"file":${JSON.stringify(file)},"format":${JSON.stringify(format)},"ok":${ok},"cues":[`;
  const items = function* () {
    let first = true;
    for (const cue of cues) {
      yield (first ? '' : ',') + JSON.stringify(cue);
      first = false;
    }
    yield '],"problems":[';
    first = true;
    for (const problem of problems) {
      yield (first ? '' : ',') + JSON.stringify(problem);
      first = false;
    }
    yield ']}\n';
  };
  for (const item of items()) {
    pending += item;
    if (pending.length < chunkLength) continue;
    if (!(await write(pending))) return false;
    pending = '';
  }
  return write(pending);
}

async function printSummary(report: CaptionReport): Promise<boolean> {
  const { problemText } = await import('#lib/domain/i18n/messages/captions.ts');
  let cues = 0;
  for (const cue of report.cues) if (cue) cues++;
  const lines = report.problems.map((problem) => `  ${problem.line}: ${problemText(problem, 'en')}\n`);
  return write(
    `${report.file}: ${report.ok ? report.format : 'not captions'}, ${cues} ${cues === 1 ? 'cue' : 'cues'}\n${lines.join('')}`
  );
}

async function parseFiles(files: string[], options: { json?: boolean }): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const { parseCaptions } = await import('#lib/domain/captions/parse.ts');
  const { reportCaptions } = await import('#lib/domain/captions/report.ts');
  for (const file of files) {
    let bytes: Uint8Array;
    try {
      bytes = await readFile(file);
    } catch (error) {
      // exitCode, not exit(): what is still on its way through a pipe must arrive
      process.exitCode = 1;
      console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      continue;
    }
    const parsed = parseCaptions(bytes, { filename: file });
    if (!parsed.ok) process.exitCode = 1;
    const report = reportCaptions(file, parsed);
    if (!(await (options.json ? printReport(report) : printSummary(report)))) return;
  }
}

/** `acervo captions …` */
export function registerCaptions(program: Command): void {
  const captions = program.command('captions').description('caption files: what they hold and what is odd about them');
  captions
    .command('parse')
    .description('read caption files (WebVTT, SRT, SBV, plain transcripts) and print cues and problems')
    .argument('<file...>', 'caption files')
    .option('--json', 'one JSON object a line, one line a file, with every cue')
    .addHelpText(
      'after',
      `
Exit code: 0 every file holds captions, 1 one does not or cannot be read.

Examples:
  acervo captions parse talk.es.vtt
  acervo captions parse --json talk.en.srt talk.es.vtt | jq -c '.problems[]'`
    )
    .action(parseFiles);
}

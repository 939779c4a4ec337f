import type { Config } from '#lib/server/config.ts';
import { archiveChecks } from '#lib/server/doctor/archive.ts';
import { wrong, type Finding } from '#lib/server/doctor/finding.ts';
import { machineChecks } from '#lib/server/doctor/machine.ts';
import { explainProblem } from '#lib/server/start-problem.ts';

export type { Finding } from '#lib/server/doctor/finding.ts';

/** Looks at everything that the archive needs, in the order in which a fault of one explains the next. */
export async function examine(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, check] of Object.entries({ ...machineChecks, ...archiveChecks })) {
    const found = await check(config).catch((error: unknown) =>
      wrong(explainProblem(error, config) ?? (error instanceof Error ? error.message : String(error)))
    );
    findings.push({ name, ...found });
  }
  return findings;
}

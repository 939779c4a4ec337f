import { onPath, outputOf } from '#lib/server/ffmpeg/find.ts';

/** What a process may use at most. */
export interface Limits {
  /** Of address space, which is more than the memory that it really takes. */
  memoryBytes: number;
  /** Of processor time, all threads together. */
  cpuSeconds: number;
  /** Of any file that it writes. */
  fileBytes: number;
}

interface Cage {
  /** Words in front of the command that take the network away; empty where the system does not allow it. */
  withoutNetwork: readonly string[];
  prlimit: string | null;
  nice: string | null;
}

let cage: Promise<Cage> | null = null;

/** As root directly, else through a user namespace of its own where the system lets everybody have one. */
async function networkless(): Promise<readonly string[]> {
  const unshare = await onPath('unshare');
  if (!unshare) return [];
  for (const flags of ['-n', '-rn']) {
    if ((await outputOf(unshare, [flags, 'true'])) !== null) return [unshare, flags];
  }
  return [];
}

async function build(): Promise<Cage> {
  const [withoutNetwork, prlimit, nice] = await Promise.all([networkless(), onPath('prlimit'), onPath('nice')]);
  return { withoutNetwork, prlimit, nice };
}

/** What this system can do to keep a process small and by itself. */
export function findCage(): Promise<Cage> {
  cage ??= build();
  return cage;
}

/** The command in its cage: without network, with limits, behind everything else that the machine has to do. */
export async function caged(command: readonly string[], limits: Limits): Promise<string[]> {
  const { withoutNetwork, prlimit, nice } = await findCage();
  const { memoryBytes, cpuSeconds, fileBytes } = limits;
  const limited = prlimit
    ? [
        prlimit,
        `--as=${String(memoryBytes)}`,
        `--cpu=${String(Math.ceil(cpuSeconds))}`,
        `--fsize=${String(Math.ceil(fileBytes))}`,
        '--core=0',
        '--nofile=64'
      ]
    : [];
  return [...withoutNetwork, ...limited, ...(nice ? [nice, '-n', '10'] : []), ...command];
}

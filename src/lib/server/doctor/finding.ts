import type { Config } from '#lib/server/config.ts';

/** One thing looked at. `wrong` keeps the archive from working, `doubtful` does not. */
export interface Finding {
  name: string;
  state: 'right' | 'doubtful' | 'wrong';
  /** What is so, and where it is not right, what to do. */
  text: string;
}

export type Check = (config: Config) => Promise<Omit<Finding, 'name'>>;
export type Checks = Readonly<Record<string, Check>>;

export const right = (text: string) => ({ state: 'right', text }) as const;
export const doubtful = (text: string) => ({ state: 'doubtful', text }) as const;
export const wrong = (text: string) => ({ state: 'wrong', text }) as const;

export const gibibyte = 1024 ** 3;
export const dayMs = 86_400_000;

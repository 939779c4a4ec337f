/**
 * How a command speaks. Without --json: sentences on standard output. With it: one JSON object a line there, and the
 * sentences are left out, so that another program can read everything that comes.
 */
export interface Output {
  readonly json: boolean;
  /** A sentence for a person. */
  say(text: string): void;
  /** An object for a program. */
  data(value: object): void;
  /** A sentence about something wrong, on standard error in both cases. */
  complain(text: string): void;
}

type Write = (text: string) => unknown;

export function createOutput(
  { json = false }: { json?: boolean | undefined },
  out: Write = (text) => process.stdout.write(text),
  err: Write = (text) => process.stderr.write(text)
): Output {
  return {
    json,
    say: (text) => {
      if (!json) out(`${text}\n`);
    },
    data: (value) => {
      if (json) out(`${JSON.stringify(value)}\n`);
    },
    complain: (text) => err(`${text}\n`)
  };
}

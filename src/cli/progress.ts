export interface Progress {
  /** @param done of `total`, in the same unit; what is being done now may be named. */
  at(done: number, what?: string): void;
  /** Ends the bar; a line stays. */
  end(summary?: string): void;
}

export interface ProgressTarget {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

export interface ProgressOptions {
  label: string;
  total: number;
  target?: ProgressTarget;
  /** Milliseconds, only ever compared with itself. */
  now?: () => number;
}

const barWidth = 24;
const redrawMs = 100;
const lineMs = 10_000;

const minutesAndSeconds = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

const grouped = (value: number) => value.toLocaleString('en');

/**
 * A bar that is drawn over itself on a terminal; elsewhere (a log, a pipe, CI) plain lines, one for each tenth and one
 * every ten seconds. Written to standard error: standard output is the answer.
 */
export function createProgress({
  label,
  total,
  target = process.stderr,
  now = () => performance.now()
}: ProgressOptions): Progress {
  const started = now();
  let drawnAt = -Infinity;
  let tenths = 0;
  let last = 0;

  const share = (done: number) => (total > 0 ? Math.min(1, done / total) : 1);
  const figures = (done: number) => `${Math.floor(share(done) * 100)} % (${grouped(done)} of ${grouped(total)})`;
  const left = (done: number) =>
    done > 0 && done < total
      ? `, ${minutesAndSeconds(((now() - started) / done) * (total - done))} left`
      : `, ${minutesAndSeconds(now() - started)}`;

  function draw(done: number, what: string): void {
    const filled = Math.round(share(done) * barWidth);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
    const line = `${label} ${bar} ${figures(done)}${left(done)}${what && ` · ${what}`}`;
    target.write(`\r\u001b[K${[...line].slice(0, (target.columns ?? 80) - 1).join('')}`);
  }

  return {
    at(done, what = '') {
      last = done;
      const tenth = Math.floor(share(done) * 10);
      const waited = now() - drawnAt;
      if (target.isTTY ? waited < redrawMs && done < total : waited < lineMs && tenth <= tenths) return;
      drawnAt = now();
      tenths = tenth;
      if (target.isTTY) draw(done, what);
      else target.write(`${label}: ${figures(done)}${left(done)}${what && ` · ${what}`}\n`);
    },
    end(summary) {
      const text = summary ?? `${label}: ${figures(last)}, ${minutesAndSeconds(now() - started)}`;
      target.write(`${target.isTTY ? '\r\u001b[K' : ''}${text}\n`);
    }
  };
}

/** Says nothing: for --json and --quiet. */
export const noProgress: Progress = { at: () => undefined, end: () => undefined };

import { monitorEventLoopDelay, type IntervalHistogram } from 'node:perf_hooks';

/** Seconds; the last bucket is "more". */
const buckets = [0.005, 0.025, 0.1, 0.25, 1, 5];

const symbol = Symbol.for('acervo.traffic');
/** start.js and handler.js are separate bundles: only `globalThis` is the same in both. */
const shared: typeof globalThis & { [symbol]?: Traffic } = globalThis;

/** Counts of what was answered; never who asked or for what. Owner: the process. */
export class Traffic {
  readonly #byStatus = new Map<string, number>();
  readonly #inBuckets = buckets.map(() => 0);
  readonly #delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });
  #seconds = 0;
  #count = 0;
  /** Requests that were turned away: too many from one address, too much at once. */
  limited = 0;
  shed = 0;

  constructor() {
    this.#delay.enable();
  }

  static get shared(): Traffic {
    return (shared[symbol] ??= new Traffic());
  }

  answered(status: number, seconds: number): void {
    const name = `${String(Math.floor(status / 100))}xx`;
    this.#byStatus.set(name, (this.#byStatus.get(name) ?? 0) + 1);
    this.#seconds += seconds;
    this.#count++;
    for (const [at, most] of buckets.entries())
      if (seconds <= most) this.#inBuckets[at] = (this.#inBuckets[at] ?? 0) + 1;
  }

  /** Milliseconds that the event loop is late, at the 99th percentile since the last time this was asked. */
  takeDelayMs(): number {
    const ms = this.#delay.percentile(99) / 1e6;
    this.#delay.reset();
    return Number.isFinite(ms) ? ms : 0;
  }

  lines(): string[] {
    return [
      ...head(
        'acervo_requests_total',
        'counter',
        'Answers that were not finished pages from memory, by class of status.'
      ),
      ...[...this.#byStatus].sort().map(([status, n]) => `acervo_requests_total{status="${status}"} ${String(n)}`),
      ...head('acervo_request_seconds', 'histogram', 'How long they took, bodies included.'),
      ...buckets.map(
        (most, at) => `acervo_request_seconds_bucket{le="${String(most)}"} ${String(this.#inBuckets[at])}`
      ),
      `acervo_request_seconds_bucket{le="+Inf"} ${String(this.#count)}`,
      `acervo_request_seconds_sum ${this.#seconds.toFixed(6)}`,
      `acervo_request_seconds_count ${String(this.#count)}`,
      ...single('acervo_limited_total', 'counter', 'Requests refused because one address sent too many.', this.limited),
      ...single('acervo_shed_total', 'counter', 'Requests refused because there was too much at once.', this.shed)
    ];
  }
}

const head = (name: string, type: string, help: string) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
const single = (name: string, type: string, help: string, value: number) => [
  ...head(name, type, help),
  `${name} ${String(value)}`
];

export interface Gauges {
  freeBytes: number;
  jobs: { waiting: number; running: number; failed: number; oldestMs: number };
  /** Seconds since 1970; null: never. */
  lastBackup: number | null;
  lastFixity: number | null;
  fixityOk: boolean;
  openFiles: number | null;
}

/** Prometheus' text format, version 0.0.4. */
export function metricsText(traffic: Traffic, gauges: Gauges, programVersion: string): string {
  const { rss, heapUsed } = process.memoryUsage();
  const { jobs } = gauges;
  const gauge = (name: string, help: string, value: number | null) =>
    value === null ? [] : single(name, 'gauge', help, value);
  return [
    ...head('acervo_info', 'gauge', 'Which program this is.'),
    `acervo_info{version="${programVersion}",node="${process.version}"} 1`,
    ...traffic.lines(),
    ...gauge('acervo_event_loop_delay_seconds', '99th percentile since the last scrape.', traffic.takeDelayMs() / 1000),
    ...gauge('process_resident_memory_bytes', 'Memory of the process.', rss),
    ...gauge('acervo_heap_bytes', 'Memory in use by JavaScript.', heapUsed),
    ...gauge('process_open_fds', 'Open files and sockets.', gauges.openFiles),
    ...gauge('acervo_uptime_seconds', 'Since the start.', Math.round(process.uptime())),
    ...gauge('acervo_disk_free_bytes', 'Room on the disk of DATA_DIR.', gauges.freeBytes),
    ...gauge('acervo_jobs_waiting', 'Slow work that waits.', jobs.waiting),
    ...gauge('acervo_jobs_running', 'Slow work that is being done.', jobs.running),
    ...gauge('acervo_jobs_failed', 'Slow work of the last month that needs a person.', jobs.failed),
    ...gauge('acervo_jobs_oldest_seconds', 'How long the oldest job has been due.', jobs.oldestMs / 1000),
    ...gauge('acervo_last_backup_timestamp_seconds', 'When the last backup ended.', gauges.lastBackup),
    ...gauge(
      'acervo_last_fixity_timestamp_seconds',
      'When stored files were last compared with their hashes.',
      gauges.lastFixity
    ),
    ...gauge('acervo_fixity_ok', '1: the last comparison found nothing.', Number(gauges.fixityOk)),
    ''
  ].join('\n');
}

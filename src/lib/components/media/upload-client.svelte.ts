import type { Upload as TusUpload } from 'tus-js-client';

/** A file on its way, as the page shows it. */
export interface Going {
  readonly key: string;
  readonly name: string;
  readonly total: number;
  sent: number;
  state: 'sending' | 'waiting' | 'paused' | 'arrived' | 'refused';
  problem: string | null;
  /** Bytes a second, of the last moments. */
  speed: number;
}

const chunkBytes = 16 * 1024 * 1024;
const longestPauseMs = 30_000;

/** 0.5, 1, 2 … 30 s, then every 30 s for as long as the page is open. */
const pauseBefore = (attempt: number) => Math.min(longestPauseMs, 500 * 2 ** Math.min(attempt, 8));

/** Uploads files one after the other, and goes on where an earlier attempt stopped: after a dropped line, a reload, a restart. */
export class Uploads {
  list = $state<Going[]>([]);
  readonly #recording: string;
  readonly #onarrived: () => void;
  readonly #running: Record<string, { start: () => void; pause: () => void }> = {};

  constructor(recording: string, onarrived: () => void) {
    this.#recording = recording;
    this.#onarrived = onarrived;
  }

  async add(files: Iterable<File>): Promise<void> {
    // fetched with the first file: the page itself needs none of it
    const { Upload } = await import('tus-js-client');
    for (const file of files) {
      this.list.push({
        key: `${file.name} ${String(file.size)} ${String(file.lastModified)} ${String(this.list.length)}`,
        ...{ name: file.name, total: file.size, sent: 0, state: 'sending', problem: null, speed: 0 }
      });
      // read back: what stands in the list is what the page follows
      const going = this.list[this.list.length - 1];
      if (going) await this.#begin(Upload, file, going);
    }
  }

  pause(going: Going): void {
    this.#running[going.key]?.pause();
    going.state = 'paused';
  }

  resume(going: Going): void {
    going.state = 'sending';
    this.#running[going.key]?.start();
  }

  async #begin(Upload: typeof TusUpload, file: File, going: Going): Promise<void> {
    let attempt = 0;
    let last = { at: performance.now(), sent: 0 };
    const upload = new Upload(file, {
      endpoint: '/uploads',
      chunkSize: chunkBytes,
      metadata: { recording: this.#recording, filename: file.name },
      // ours below: theirs come to an end
      retryDelays: null,
      removeFingerprintOnSuccess: true,
      fingerprint: async ({ name, size, lastModified }) =>
        ['acervo', this.#recording, name, size, lastModified].join('|'),
      onProgress: (sent) => {
        const now = performance.now();
        if (now - last.at > 1000) {
          going.speed = ((sent - last.sent) / (now - last.at)) * 1000;
          last = { at: now, sent };
        }
        attempt = 0;
        going.sent = sent;
        going.state = 'sending';
      },
      onSuccess: () => {
        going.sent = going.total;
        going.state = 'arrived';
        this.#onarrived();
      },
      onError: (problem) => {
        const answer = 'originalResponse' in problem ? problem.originalResponse : null;
        const status = answer?.getStatus() ?? 0;
        // refused is refused; a full disk, a server that starts again and a line that is down will pass
        if (status >= 400 && status < 500 && ![409, 423, 429].includes(status)) {
          going.state = 'refused';
          going.problem = answer?.getBody().trim() || problem.message;
          return;
        }
        going.state = 'waiting';
        going.problem = status === 507 ? (answer?.getBody().trim() ?? null) : null;
        setTimeout(() => going.state === 'waiting' && void again(), pauseBefore(attempt++));
      }
    });
    const again = async () => {
      const [known] = await upload.findPreviousUploads().catch(() => []);
      if (known && !upload.url) upload.resumeFromPreviousUpload(known);
      upload.start();
    };
    this.#running[going.key] = { start: () => void again(), pause: () => void upload.abort() };
    await again();
  }
}

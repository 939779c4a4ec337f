import type { Done, Work } from '#lib/components/caption-editor/work.worker.ts';

/** The longest that a pattern may take. */
const patienceMs = 2000;

/** Does one piece of work in a worker of its own. 'too-slow': it was ended. */
export function inWorker(work: Work): Promise<Done | 'too-slow'> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./work.worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Done | 'too-slow') => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end('too-slow'), work.kind === 'find' ? patienceMs : 30_000);
    worker.addEventListener('message', ({ data }: MessageEvent<Done>) => end(data));
    worker.addEventListener('error', () => end('too-slow'));
    worker.postMessage(work);
  });
}

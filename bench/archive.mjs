// An archive for benchmarks of pages: generated recordings, or the first archive, served by the build on a free port.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  writeFileSync,
  writeSync
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export function node(args, env = {}) {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stdout}${run.stderr}`);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Silence of this length as a WAV file, written without its zeros. */
function writeSilence(file, seconds) {
  const rate = 3000;
  const bytes = Math.ceil(seconds) * rate;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(bytes, 40);
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, head);
  ftruncateSync(descriptor, head.length + bytes);
  closeSync(descriptor);
}

const cuesAMinute = 14.1; // of one language, in the generated corpus

/**
 * A folder to import: one recording of the generated corpus with about this many cues in each of two languages, and with a sound
 * of its length when it is to be played.
 */
export function writeRecording(dir, cues, { withSound }) {
  const corpus = join(dir, 'corpus');
  const minutes = String(Math.ceil(cues / cuesAMinute));
  node(['bench/corpus/make-corpus.mjs', '--recordings', '1', '--minutes', minutes, '--out', corpus, '--quiet', '1']);
  if (!withSound) return corpus;
  const [name] = readdirSync(corpus, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const made = JSON.parse(readFileSync(join(corpus, name.name, 'recording.json'), 'utf8'));
  const folder = join(dir, 'archive', 'recordings', 'long');
  mkdirSync(folder, { recursive: true });
  for (const language of ['en', 'es']) {
    copyFileSync(join(corpus, name.name, `${language}.vtt`), join(folder, `${language}.vtt`));
  }
  writeSilence(join(folder, 'sound.wav'), made.durationMs / 1000 + 60);
  const other = made.original === 'en' ? 'es' : 'en';
  writeFileSync(
    join(folder, 'recording.yaml'),
    JSON.stringify({
      id: 'long',
      slug: { en: 'long', es: 'larga' },
      title: made.title,
      media_state: 'held',
      audio_tracks: [{ id: 'floor', role: 'original', language: made.original, held: true }],
      text_tracks: [
        {
          id: made.original,
          kind: 'captions',
          role: 'original',
          language: made.original,
          held: true,
          file: `${made.original}.vtt`
        },
        {
          id: other,
          kind: 'subtitles',
          role: 'translation',
          language: other,
          derived_from: made.original,
          held: true,
          file: `${other}.vtt`
        }
      ],
      media: [{ id: 'sound', kind: 'audio', file: 'sound.wav', sound: 'floor' }]
    })
  );
  return join(dir, 'archive');
}

/** The build on folders freshly imported. `stop` ends it. */
export async function serveArchive(dir, folders) {
  if (!existsSync(join(root, 'build/start.js'))) {
    console.error('There is no build yet: npm run build');
    process.exit(2);
  }
  const env = { DATA_DIR: join(dir, 'data'), LOG_LEVEL: 'error' };
  // one after the other: each is an archive of its own
  for (const folder of folders) node(['build/cli.js', 'import', ...[folder].flat(), '--publish'], env);
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, ['build/start.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: origin }
  });
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok) break;
    if (tries > 300) throw new Error(`nothing answers at ${origin}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  };
  return { origin, stop };
}

/** Addresses of the recordings on the list page. */
export async function recordingPaths(origin) {
  const list = await (await fetch(`${origin}/en/recordings`)).text();
  return [...new Set([...list.matchAll(/href="(\/en\/recordings\/[^"?#]+)"/g)].map(([, path]) => path))];
}

// npm run bench -- captions [--json] [--mb 20] [--rounds 3]: our reader beside its rivals on the same files.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bar, report, rounded } from '../report.mjs';
import { makeFiles } from './files.mjs';
import { bundlePath, parsers } from './parsers.mjs';

const root = join(import.meta.dirname, '..', '..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const mb = option('mb', 20);
const rounds = option('rounds', 3);
const sizes = [mb / 4, mb / 2, mb, mb * 2];
const formats = ['vtt', 'srt'];
const dir = mkdtempSync(join(tmpdir(), 'acervo-captions-'));

function child(mode, parser, file) {
  const args = ['--expose-gc', '--max-old-space-size=6000', join(import.meta.dirname, 'child.mjs')];
  const run = spawnSync(process.execPath, [...args, mode, parser, file, dir], { encoding: 'utf8', timeout: 300_000 });
  if (run.status !== 0) throw new Error(`${parser} on ${file}: ${run.signal ?? run.stderr}`);
  return JSON.parse(run.stdout);
}

/** Rounds take turns, so that a busy minute of the machine hits everybody. */
function measureTimes(jobs) {
  const times = new Map(jobs.map((job) => [job, []]));
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) times.get(job).push(child('time', job.parser, job.file));
  }
  return new Map(
    [...times].map(([job, runs]) => [job, { ms: Math.min(...runs.map(({ ms }) => ms)), cues: runs[0].cues }])
  );
}

const fileOf = (size, format) => join(dir, `${size}.${format}`);

function measure(cues) {
  const jobs = formats.flatMap((format) =>
    ['newlines', ...Object.keys(parsers).filter((name) => parsers[name].formats.includes(format))].map((parser) => ({
      parser,
      format,
      size: mb,
      file: fileOf(mb, format)
    }))
  );
  const growth = formats.flatMap((format) =>
    sizes.filter((size) => size !== mb).map((size) => ({ parser: 'acervo', format, size, file: fileOf(size, format) }))
  );
  const times = measureTimes([...jobs, ...growth]);
  const figures = jobs.map((job) => {
    const bytes = statSync(job.file).size;
    const { ms, cues: found } = times.get(job);
    const memory = job.parser === 'newlines' ? null : child('memory', job.parser, job.file);
    return {
      parser: job.parser,
      format: job.format,
      bytes,
      ms: rounded(ms),
      mbPerSecond: rounded(bytes / 1000 / ms),
      cuesFound: memory ? found : null,
      cuesInFile: cues.get(mb),
      peakRssMb: memory && rounded(memory.peakMb),
      heldPerByte: memory && rounded(memory.heldBytes / bytes)
    };
  });
  return { figures, msOf: (format, size) => timeOf(times, format, size) };
}

function timeOf(times, format, size) {
  for (const [job, { ms }] of times)
    if (job.parser === 'acervo' && job.format === format && job.size === size) return ms;
  throw new Error(`no time for ${format} at ${size} MB`);
}

function barsOf(figures, msOf) {
  const find = (parser, format) => figures.find((row) => row.parser === parser && row.format === format);
  return formats.flatMap((format) => {
    const own = find('acervo', format);
    const rival = find('subtitle', format);
    const perDoubling = Math.cbrt(msOf(format, mb * 2) / msOf(format, mb / 4));
    return [
      bar(`${format}: speed against subtitle`, own.mbPerSecond / rival.mbPerSecond, '≥', 2),
      bar(`${format}: time per doubling, ${mb / 4} to ${mb * 2} MB`, perDoubling, '≤', 2.3),
      bar(`${format}: heap kept after a collection, per byte of file`, own.heldPerByte, '≤', 8),
      bar(`${format}: peak memory in MB, against subtitle's`, own.peakRssMb, '≤', rival.peakRssMb),
      bar(`${format}: cues missed`, Math.abs(own.cuesInFile - own.cuesFound), '≤', 0)
    ];
  });
}

try {
  await build({
    entryPoints: [join(root, 'src/lib/domain/captions/parse.ts')],
    absWorkingDir: root,
    outfile: bundlePath(dir),
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    logLevel: 'error'
  });
  const { figures, msOf } = measure(makeFiles(dir, sizes));
  const rows = figures.map((row) => [
    row.parser,
    row.format,
    row.mbPerSecond,
    row.cuesFound === null ? '–' : row.cuesFound === row.cuesInFile ? 'all' : row.cuesFound,
    row.cuesFound === null ? '–' : Math.round(row.cuesFound / (row.ms / 1000)).toLocaleString('en'),
    row.peakRssMb ?? '–',
    row.heldPerByte ?? '–'
  ]);
  const head = ['parser', 'format', 'MB/s', 'cues', 'cues/s', 'peak RSS MB', 'kept ÷ file'];
  report('captions', head, rows, figures, barsOf(figures, msOf));
} finally {
  rmSync(dir, { recursive: true, force: true });
}

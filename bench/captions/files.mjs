import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const generator = join(import.meta.dirname, '..', 'corpus', 'make-corpus.mjs');

/**
 * Writes DIR/<mb>.vtt and DIR/<mb>.srt for every size, from the generated corpus: the same cues in both formats.
 * @param {string} dir
 * @param {number[]} sizesMb ascending
 * @returns {Map<number, number>} cues per size
 */
export function makeFiles(dir, sizesMb) {
  const corpus = join(dir, 'corpus');
  const largest = sizesMb.at(-1) ?? 0;
  const made = spawnSync(
    process.execPath,
    [generator, '--cues', String(Math.ceil(largest * 10_500)), '--out', corpus, '--quiet', '1'],
    { stdio: 'inherit' }
  );
  if (made.status !== 0) throw new Error('the corpus could not be made');
  const cues = new Map();
  const vtt = ['WEBVTT\n'];
  const srt = [];
  let bytes = 0;
  let pending = [...sizesMb];
  for (const body of cueBodies(corpus)) {
    if (pending.length === 0) break;
    const number = vtt.length;
    const end = body.indexOf('\n');
    vtt.push(`${number}\n${body}\n`);
    srt.push(
      `${number}\n${body.slice(0, end).replaceAll('.', ',')}\n${body.slice(end + 1).replace(/<v ([^>]+)>/, '$1: ')}\n`
    );
    bytes += Buffer.byteLength(body) + String(number).length + 3;
    if (bytes < (pending[0] ?? 0) * 1e6) continue;
    const mb = pending[0] ?? 0;
    writeFileSync(join(dir, `${mb}.vtt`), vtt.join('\n'));
    writeFileSync(join(dir, `${mb}.srt`), srt.join('\n'));
    cues.set(mb, srt.length);
    pending = pending.slice(1);
  }
  if (pending.length > 0) throw new Error('the corpus is too small');
  return cues;
}

/** Timing line and text of every cue of the corpus; the times begin anew with every recording. */
function* cueBodies(/** @type {string} */ corpus) {
  for (const entry of readdirSync(corpus, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    for (const language of ['es', 'en']) {
      const blocks = readFileSync(join(corpus, entry.name, `${language}.vtt`), 'utf8')
        .split('\n\n')
        .slice(1);
      for (const block of blocks) if (block.includes(' --> ')) yield block.slice(block.indexOf('\n') + 1).trimEnd();
    }
  }
}

// Reads the script of a stand-in recording (seed/standin/*.yaml) and refuses it when it breaks a rule of seed/standin/README.md.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export const LANGUAGES = ['en', 'es'];

/** A broken rule: stops the work with one line that says which sentence and why. */
export class StandInError extends Error {}

const SPACES = /\s+/gu;

function checkSentence(sentence, { chapters, speakers }) {
  for (const language of LANGUAGES) {
    const text = sentence[language];
    if (typeof text !== 'string' || text.trim() === '')
      throw new StandInError(`${sentence.id}: no text in "${language}"`);
    if (text !== text.trim().replace(SPACES, ' '))
      throw new StandInError(`${sentence.id}: stray spaces in ${language}`);
    const parts = sentence.cues?.[language];
    if (parts && parts.join(' ') !== text)
      throw new StandInError(`${sentence.id}: the fixed cues in ${language}, joined, are not the sentence`);
  }
  if (!speakers[sentence.speaker]) throw new StandInError(`${sentence.id}: unknown speaker ${sentence.speaker}`);
  if (!chapters.some((chapter) => chapter.id === sentence.chapter))
    throw new StandInError(`${sentence.id}: unknown chapter ${sentence.chapter}`);
}

function checkOrder({ chapters, sentences }) {
  const ids = new Set(sentences.map((sentence) => sentence.id));
  if (ids.size !== sentences.length) throw new StandInError('two sentences share an id');
  const order = sentences.map((sentence) => chapters.findIndex((chapter) => chapter.id === sentence.chapter));
  if (order.some((chapter, index) => chapter < (order[index - 1] ?? 0)))
    throw new StandInError('the sentences are not in the order of the chapters');
}

/** The script with its languages in playing order (`original`, `other`) and the SHA-256 of the file's bytes. */
export async function readScript(file) {
  const bytes = await readFile(file);
  const script = parse(bytes.toString('utf8'));
  for (const sentence of script.sentences) checkSentence(sentence, script);
  checkOrder(script);
  if (script.standin !== true) throw new StandInError(`${file}: "standin: true" is missing`);
  return {
    ...script,
    original: script.original_language,
    other: script.other_language,
    sha256: createHash('sha256').update(bytes).digest('hex')
  };
}

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** What the voice says: `say` replaces whole words, case kept, longest first, in one pass so that nothing is replaced twice. */
export function spokenText(text, say = {}) {
  const words = Object.keys(say).sort((a, b) => b.length - a.length);
  if (words.length === 0) return text;
  const any = words.map(escapeRegExp).join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'gu'), (word) => say[word]);
}

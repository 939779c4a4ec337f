import type { CaptionFormat } from '#lib/domain/captions/types.ts';

/** "NAME:" at the start of a line. */
export interface LabelFound {
  /** The name. */
  label: string;
  /** What stands before the name: "", "- ", ">> ". */
  lead: string;
  /** The name stands in brackets, "[SPEAKER_00]: …". */
  bracket: boolean;
  /** Offset after the colon and one space. */
  end: number;
  /** Nothing follows on the line. */
  alone: boolean;
  /** The spelling says that it is a name; otherwise only its being repeated does. */
  sure: boolean;
}

const shape =
  /^((?:>{2,3}|[-–—])[ \t]*)?(?:\[([^\][\n<>]{1,60})\]|(\p{Lu}[\p{L}\p{M}\p{N}.'’_\- ]{0,58}(?: ?\([^()\n<>]{1,40}\))?)):(?= |\n|$)/u;

const particles = new Set('de del la las los y e da do dos van von der of the and el'.split(' '));
/** Words before a colon that are no names. */
const notNames = new Set('NOTA NOTE OJO AVISO ATENCIÓN WARNING PD PS FIN URL HTTP HTTPS'.split(' '));

const isCapital = (word: string) => /^[\p{Lu}\p{N}(]/u.test(word);

/** All words capitalized but for the small words of names, six at most. */
function looksLikeName(label: string): boolean {
  const words = label
    .replace(/\(.*\)$/, '')
    .trim()
    .split(/\s+/);
  return words.length <= 6 && words.every((word) => isCapital(word) || particles.has(word));
}

const isShouted = (label: string) =>
  label === label.toUpperCase() && (label.match(/\p{L}/gu)?.length ?? 0) >= 2 && !notNames.has(label);

/** The label at the start of a line, or null. */
export function labelAt(line: string): LabelFound | null {
  if (!line.includes(':')) return null;
  const match = shape.exec(line);
  if (!match) return null;
  const label = match[2] ?? match[3]?.trimEnd() ?? '';
  const bracket = match[2] !== undefined;
  if (match[3] !== undefined && match[3] !== label) return null; // "ANA : " is not put back as it was
  if (!bracket && (!looksLikeName(label) || notNames.has(label))) return null;
  const colon = match[0].length;
  const alone = line.charCodeAt(colon) !== 32;
  const end = alone ? colon : colon + 1;
  return { label, lead: match[1] ?? '', bracket, end, alone, sure: bracket || isShouted(label) };
}

/**
 * Which labels of a file name speakers: those whose spelling says so, those already known, and "Ana García:" where it is
 * repeated or where at least half of the cues begin with a label.
 */
export function acceptedLabels(texts: Iterable<string>, known: readonly string[] = []): Set<string> {
  const counts = new Map<string, { count: number; sure: boolean }>();
  let cues = 0;
  let labelled = 0;
  for (const text of texts) {
    cues++;
    text.split('\n').forEach((line, index) => {
      const found = labelAt(line);
      if (!found) return;
      if (index === 0) labelled++;
      const entry = counts.get(found.label) ?? { count: 0, sure: found.sure };
      entry.count++;
      counts.set(found.label, entry);
    });
  }
  const habit = labelled * 2 >= cues && cues > 1;
  const names = new Set(known);
  for (const [label, { count, sure }] of counts) if (sure || habit || count > 1) names.add(label);
  return names;
}

/** True for a line that by custom begins another person's words: "- No.", ">> No." */
export const changesSpeaker = (text: string): boolean => /^(?:>{2,3}|[-–—])\s/.test(text);

/** Formats in which a name is written as a tag. */
export const hasVoices = (format: CaptionFormat): boolean => format === 'vtt';

import { checkAgainst } from '#lib/domain/captions/checks/against.ts';
import { bidiControls, checkCue } from '#lib/domain/captions/checks/cue-checks.ts';
import { activityOfCues, findDelay, type Activity } from '#lib/domain/captions/checks/delay.ts';
import { guessLanguage, mainLanguage } from '#lib/domain/captions/checks/language.ts';
import { rollingCues } from '#lib/domain/captions/checks/rolling.ts';
import { limits, type Finding, type ReadCue } from '#lib/domain/captions/checks/types.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import type { CaptionFormat, SpokenCue } from '#lib/domain/captions/types.ts';

export interface TrackToCheck {
  cues: readonly ReadCue[];
  /** BCP 47 tag that the track should be in; null: not known. */
  language: string | null;
  /** Names of the speakers as the file writes them. */
  names?: readonly string[];
  /** The other language's track, where there is one. */
  other?: { language: string | null; cues: readonly ReadCue[] } | null;
  /** Where the sound has speech. */
  sound?: Activity | null;
}

export const readCues = (cues: readonly SpokenCue[], format: CaptionFormat): ReadCue[] =>
  cues.map(({ startMs, endMs, text, speaker }) => ({ startMs, endMs, text, speaker, plain: plainText(text, format) }));

/** [applause], (risas), ♪ */
const writtenSound = /\[[^\]\n]{2,60}\]|\([^)\n]{2,60}\)|♪|♫/;

/** A track names its speakers when a part of it does. */
export const namesSpeakers = (cues: readonly Pick<ReadCue, 'speaker'>[]): boolean =>
  cues.some(({ speaker }) => speaker !== null);

const whole = (code: Finding['code'], data: Finding['data'] = {}): Finding => ({
  code,
  cue: null,
  startMs: null,
  data
});

function languageFindings({ cues, language }: TrackToCheck): Finding[] {
  const guess = guessLanguage(cues.slice(0, 2000).map(({ plain }) => plain));
  const wanted = mainLanguage(language);
  if (!guess) return cues.length >= 20 ? [whole('unknown-language')] : [];
  if (wanted === null || guess.language === wanted) return [];
  return [whole('wrong-language', { found: guess.language, expected: wanted })];
}

/** Against the sound where its loudness is known, else against the other language. */
export function delayOf({ cues, other, sound }: TrackToCheck): { delayMs: number; by: 'sound' | 'other' } | null {
  const mine = activityOfCues(cues);
  const bySound = sound ? findDelay(mine, sound) : null;
  const found = bySound ?? (other && other.cues.length > 0 ? findDelay(mine, activityOfCues(other.cues)) : null);
  if (!found || Math.abs(found.delayMs) < limits.delayMs) return null;
  return { delayMs: found.delayMs, by: bySound ? 'sound' : 'other' };
}

function trackFindings(track: TrackToCheck): Finding[] {
  const { cues, names = [] } = track;
  const rolling = rollingCues(cues.map(({ plain }) => plain));
  const [first] = rolling;
  const found = languageFindings(track);
  if (first !== undefined) {
    found.push({ code: 'rolling', cue: first, startMs: cues[first]?.startMs ?? null, data: { cues: rolling.length } });
  }
  if (cues.length >= 20 && !cues.some(({ plain }) => writtenSound.test(plain))) found.push(whole('no-sounds'));
  if (cues.length >= 5 && !namesSpeakers(cues)) found.push(whole('no-speaker', { cues: cues.length }));
  for (const name of names) {
    if (name.search(bidiControls) >= 0 || /[<>&]|\p{Cc}/u.test(name))
      found.push(whole('odd-name', { name: cleanName(name) }));
  }
  const delay = delayOf(track);
  if (delay) found.push(whole('delay', { ms: delay.delayMs, by: delay.by }));
  return found;
}

/** A name without what cannot be seen or would be markup, at most 120 signs. */
export const cleanName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(bidiControls, '')
    .replace(/<[^<>]*>|[<>]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 120);

/** Everything that can be said about a track: about all of it first, then cue by cue. */
export function checkTrack(track: TrackToCheck): Finding[] {
  const { cues, other } = track;
  const named = namesSpeakers(cues);
  const found = trackFindings(track);
  if (other) found.push(...checkAgainst(cues, other.cues));
  cues.forEach((cue, at) => {
    for (const { code, data } of checkCue(cue, cues[at - 1] ?? null, named)) {
      found.push({ code, cue: at, startMs: cue.startMs, data });
    }
  });
  return found;
}

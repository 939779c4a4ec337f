// Cues with times, WebVTT files, and the checks of seed/standin/README.md, section 6.
import { LINE_CHARS, cuesOf } from './borders.mjs';
import { StandInError } from './script.mjs';

const LINGER_MS = 200;
const BEFORE_NEXT_MS = 80;
const SHORTEST_MS = 1000;
const FASTEST_CHARS_PER_SECOND = 20;
const SHORTEST_RECORDING_MS = 210_000;
const LONGEST_RECORDING_MS = 270_000;

const NOTES = {
  en: 'Stand-in. Text-to-speech reading written for this archive. To be replaced by the real recording.',
  es: 'Provisional. Lectura con voz sintética escrita para este archivo. Se sustituirá por la grabación real.'
};
const LABELS = { en: /\bstand-in\b/iu, es: /\bprovisional\b/iu };

/** Shares the time of one sentence among its cues by characters. */
function shareOut(cues, { startMs, endMs }) {
  const chars = cues.map((lines) => lines.join(' ').length);
  const all = chars.reduce((sum, count) => sum + count, 0);
  let done = 0;
  return cues.map((lines, index) => {
    const from = startMs + Math.round(((endMs - startMs) * done) / all);
    done += chars[index];
    return { lines, startMs: from, endMs: startMs + Math.round(((endMs - startMs) * done) / all) };
  });
}

/** A translation may be too long for the original's clip: then its cues share the pause that follows as well. */
function readableTime(text, { startMs, endMs }, latestMs) {
  const neededMs = Math.ceil((text.length * 1000) / FASTEST_CHARS_PER_SECOND);
  return { startMs, endMs: endMs - startMs >= neededMs ? endMs : latestMs };
}

/**
 * The cues of one track. `voice` says whose times they take: the original's or the interpretation's.
 * The last cue of a sentence lingers into the pause, never up to the next one.
 */
export function timeCues(script, { places, durationMs }, language, voice) {
  return places.flatMap((place, index) => {
    const { sentence } = place;
    const nextMs = places[index + 1]?.[voice].startMs ?? durationMs + BEFORE_NEXT_MS;
    const pieces = cuesOf(sentence, language, script.keep_together?.[language] ?? []);
    const cues = shareOut(pieces, readableTime(sentence[language], place[voice], nextMs - BEFORE_NEXT_MS));
    const last = cues.at(-1);
    const wanted = Math.max(last.endMs + LINGER_MS, last.startMs + SHORTEST_MS);
    last.endMs = Math.min(wanted, nextMs - BEFORE_NEXT_MS);
    return cues.map((cue, number) => ({
      ...cue,
      id: `${sentence.id}.${number + 1}`,
      speaker: script.speakers[sentence.speaker].label[language]
    }));
  });
}

/** Every check that can be made on a finished track; throws with the cue's id. */
export function checkCues(script, cues, language) {
  for (const sentence of script.sentences) {
    const own = cues.filter((cue) => cue.id.startsWith(`${sentence.id}.`));
    if (own.map((cue) => cue.lines.join(' ')).join(' ') !== sentence[language])
      throw new StandInError(`${sentence.id}: the cues in ${language}, joined, are not the sentence`);
  }
  for (const [index, cue] of cues.entries()) {
    const seconds = (cue.endMs - cue.startMs) / 1000;
    const charsPerSecond = cue.lines.join(' ').length / seconds;
    const problem =
      (cue.lines.length > 2 && 'more than 2 lines') ||
      (cue.lines.some((line) => line.length > LINE_CHARS) && `a line over ${LINE_CHARS} characters`) ||
      (cue.startMs < (cues[index - 1]?.endMs ?? 0) && 'overlaps the cue before') ||
      (seconds * 1000 < SHORTEST_MS && `only ${seconds} s long`) ||
      (charsPerSecond > FASTEST_CHARS_PER_SECOND && `${charsPerSecond.toFixed(1)} characters a second`);
    if (problem) throw new StandInError(`${cue.id} (${language}): ${problem}`);
  }
  const first = cues[0]?.lines.join(' ') ?? '';
  if (!LABELS[language].test(first))
    throw new StandInError(`${cues[0]?.id} (${language}): the first cue lacks the label`);
  if (!LABELS[language].test(script.title[language]))
    throw new StandInError(`the title in ${language} lacks the label`);
}

export function checkDuration(durationMs) {
  if (durationMs < SHORTEST_RECORDING_MS || durationMs > LONGEST_RECORDING_MS)
    throw new StandInError(`${(durationMs / 1000).toFixed(1)} s is not between 3:30 and 4:30`);
}

const escapeText = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** 83456 → "00:01:23.456" */
function timestamp(ms) {
  const pad = (value, length = 2) => String(value).padStart(length, '0');
  const seconds = Math.floor(ms / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${pad(hours)}:${pad(minutes)}:${pad(seconds % 60)}.${pad(ms % 1000, 3)}`;
}

const block = (id, { startMs, endMs }, text) => `${id}\n${timestamp(startMs)} --> ${timestamp(endMs)}\n${text}\n`;
const file = (language, blocks) => [`WEBVTT\n`, `NOTE\n${NOTES[language]}\n`, ...blocks].join('\n');

export function captionsFile(cues, language) {
  const text = (cue) => `<v ${cue.speaker}>${cue.lines.map(escapeText).join('\n')}`;
  return file(
    language,
    cues.map((cue) => block(cue.id, cue, text(cue)))
  );
}

export function chaptersFile(chapters, language) {
  return file(
    language,
    chapters.map((chapter) => block(chapter.id, chapter, escapeText(chapter.title[language])))
  );
}

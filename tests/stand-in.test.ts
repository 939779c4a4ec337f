// The rules of seed/standin/README.md, tried on the committed files. Needs none of the tools that made them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { vttPlainText, vttSpeakers } from '#lib/domain/captions/cue-text.ts';
import { parseCaptions } from '#lib/domain/captions/parse.ts';

const root = join(import.meta.dirname, '..');
const languages = ['en', 'es'] as const;
type Language = (typeof languages)[number];

const Texts = v.object({ en: v.string(), es: v.string() });
const Script = v.object({
  recording: v.string(),
  captions_folder: v.string(),
  original_language: v.picklist(languages),
  other_language: v.picklist(languages),
  title: Texts,
  speakers: v.record(v.string(), v.object({ label: Texts })),
  chapters: v.array(v.object({ id: v.string(), title: Texts })),
  keep_together: v.object({ en: v.array(v.string()), es: v.array(v.string()) }),
  sentences: v.array(
    v.object({
      ...Texts.entries,
      id: v.string(),
      chapter: v.string(),
      speaker: v.string(),
      cues: v.optional(v.partial(v.object({ en: v.array(v.string()), es: v.array(v.string()) })))
    })
  )
});
const Hashes = v.record(v.string(), v.object({ bytes: v.number(), sha256: v.string() }));
const Provenance = v.object({
  stand_in: v.literal(true),
  recording: v.string(),
  script: v.object({ file: v.string(), sha256: v.string() }),
  versions: v.object({ 'espeak-ng': v.string(), ffmpeg: v.string() }),
  duration_ms: v.number(),
  audio: v.array(
    v.object({ role: v.string(), language: v.string(), rate: v.number(), voices: v.record(v.string(), v.string()) })
  ),
  loudness: v.object({
    target_lufs: v.number(),
    original: v.object({ lufs: v.number() }),
    interpretation: v.object({ lufs: v.number() })
  }),
  files: Hashes,
  media: Hashes
});

interface Cue {
  id: string;
  startMs: number;
  endMs: number;
  speaker: string | null;
  lines: string[];
}

/** With the archive's own reader, which has to find nothing odd. */
function readVtt(file: string): { note: string; cues: Cue[] } {
  const bytes = readFileSync(file);
  const parsed = parseCaptions(bytes, { filename: file });
  if (parsed.problems.length > 0) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
  const [, note = ''] = /^WEBVTT\n\nNOTE\n([^\n]+)\n\n/.exec(bytes.toString('utf8')) ?? [];
  const cues = parsed.cues.map(({ id, startMs, endMs, text }) => ({
    id,
    startMs,
    endMs,
    speaker: vttSpeakers(text)[0] ?? null,
    lines: vttPlainText(text).split('\n')
  }));
  return { note, cues };
}

const sentenceOf = (cue: Cue) => cue.id.slice(0, cue.id.indexOf('.'));
const textOf = (cue: Cue) => cue.lines.join(' ');
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const load = (name: string) => {
  const scriptFile = join(root, 'seed/standin', `${name}.yaml`);
  const script = v.parse(Script, parse(readFileSync(scriptFile, 'utf8')));
  const captions = join(root, 'captions', script.captions_folder);
  return {
    script,
    scriptFile,
    captions,
    media: join(root, 'seed/recordings', script.recording, 'media'),
    provenance: v.parse(Provenance, JSON.parse(readFileSync(join(captions, 'provenance.json'), 'utf8'))),
    tracks: {
      en: readVtt(join(captions, 'en.vtt')),
      es: readVtt(join(captions, 'es.vtt')),
      interpretation: readVtt(join(captions, `interpretation.${script.other_language}.vtt`))
    }
  };
};
const recordings = { june: load('june'), april: load('april') };
const each = Object.entries(recordings).flatMap(([name, recording]) => [
  { name, recording, file: 'en' as const, language: 'en' as const },
  { name, recording, file: 'es' as const, language: 'es' as const },
  { name, recording, file: 'interpretation' as const, language: recording.script.other_language }
]);
const notes = { en: /^Stand-in\. Text-to-speech/, es: /^Provisional\. Lectura con voz sintética/ };
const labels = { en: /\bstand-in\b/i, es: /\bprovisional\b/i };

describe.each(each)('$name, $file.vtt', ({ recording, file, language }) => {
  const { script } = recording;
  const { note, cues } = recording.tracks[file];

  test('says that it is a stand-in: in the header, in the first cue, in the title', () => {
    expect(note).toMatch(notes[language]);
    expect(cues[0] && textOf(cues[0])).toMatch(labels[language]);
    expect(script.title[language]).toMatch(labels[language]);
  });

  test('gives every sentence, in order and word for word, each cue from one sentence only', () => {
    const spoken = new Map<string, string[]>();
    for (const cue of cues) spoken.set(sentenceOf(cue), [...(spoken.get(sentenceOf(cue)) ?? []), textOf(cue)]);
    expect([...spoken].map(([id, parts]) => [id, parts.join(' ')])).toEqual(
      script.sentences.map((sentence) => [sentence.id, sentence[language]])
    );
  });

  test('keeps to 2 lines of 42 characters and cuts no phrase that must stay whole', () => {
    for (const { id, lines } of cues) {
      expect(lines.length, id).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length, `${id}: ${line}`).toBeLessThanOrEqual(42);
    }
    for (const sentence of script.sentences.filter((one) => !one.cues?.[language])) {
      const lines = cues.filter((cue) => sentenceOf(cue) === sentence.id).flatMap((cue) => cue.lines);
      for (const phrase of script.keep_together[language].filter((one) => sentence[language].includes(one)))
        expect(
          lines.some((line) => line.includes(phrase)),
          `${sentence.id}: ${phrase}`
        ).toBe(true);
    }
  });

  test('no line ends in an article, a preposition, a conjunction or "no"', () => {
    const hanging = {
      en: /(?:^|[\s“])(?:a|an|the|of|in|on|at|to|for|from|with|by|and|but|or|so|that|no|not)$/i,
      es: /(?:^|[\s“])(?:el|la|los|las|un|una|de|del|al|a|en|con|por|para|sin|y|e|o|pero|que|no)$/i
    };
    const ends = cues.flatMap((cue) => cue.lines.map((line) => `${cue.id}: ${line}`));
    expect(ends.filter((line) => hanging[language].test(line))).toEqual([]);
  });

  test('never overlaps, lasts at least 1 s, reads at 20 characters a second at most', () => {
    for (const [index, cue] of cues.entries()) {
      expect(cue.startMs, cue.id).toBeGreaterThanOrEqual(cues[index - 1]?.endMs ?? 0);
      expect(cue.endMs - cue.startMs, cue.id).toBeGreaterThanOrEqual(1000);
      expect((textOf(cue).length * 1000) / (cue.endMs - cue.startMs), cue.id).toBeLessThanOrEqual(20);
      expect(cue.endMs, cue.id).toBeLessThanOrEqual(recording.provenance.duration_ms);
    }
  });

  test('names its neutral narrators in its own language', () => {
    const label = new Map(script.sentences.map(({ id, speaker }) => [id, script.speakers[speaker]?.label[language]]));
    for (const cue of cues) expect(cue.speaker, cue.id).toBe(label.get(sentenceOf(cue)));
  });
});

describe.each(Object.entries(recordings))('%s', (_, { script, scriptFile, captions, media, provenance, tracks }) => {
  test('both languages have the same sentences and the same starts; the interpretation follows', () => {
    const firsts = (cues: Cue[]) =>
      cues.filter(({ id }) => id.endsWith('.1')).map((cue) => [sentenceOf(cue), cue.startMs]);
    expect(firsts(tracks.en.cues)).toEqual(firsts(tracks.es.cues));
    const original = new Map(tracks[script.original_language].cues.map((cue) => [cue.id, cue.startMs]));
    const lags = tracks.interpretation.cues
      .filter(({ id }) => id.endsWith('.1'))
      .map(({ id, startMs }) => startMs - (original.get(id) ?? NaN));
    expect(Math.min(...lags)).toBe(600);
    expect(Math.max(...lags)).toBeLessThanOrEqual(6500);
    const texts = (cues: Cue[]) => cues.map((cue) => [cue.id, ...cue.lines]);
    expect(texts(tracks.interpretation.cues)).toEqual(texts(tracks[script.other_language].cues));
  });

  test.each(languages)(
    'chapters in "%s" start with their first sentence and follow one another',
    (language: Language) => {
      const { note, cues } = readVtt(join(captions, `chapters.${language}.vtt`));
      expect(note).toMatch(notes[language]);
      expect(cues.map((cue) => [cue.id, textOf(cue)])).toEqual(
        script.chapters.map(({ id, title }) => [id, title[language]])
      );
      const starts = script.chapters.map(({ id }) => {
        const first = script.sentences.find((sentence) => sentence.chapter === id)?.id;
        return tracks[language].cues.find((cue) => cue.id === `${String(first)}.1`)?.startMs;
      });
      expect(cues.map(({ startMs }) => startMs)).toEqual(starts);
      expect(cues.map(({ endMs }) => endMs)).toEqual([...starts.slice(1), provenance.duration_ms]);
    }
  );

  test('lasts between 3:30 and 4:30, at -16 LUFS within one', () => {
    expect(provenance.duration_ms).toBeGreaterThanOrEqual(210_000);
    expect(provenance.duration_ms).toBeLessThanOrEqual(270_000);
    for (const { lufs } of [provenance.loudness.original, provenance.loudness.interpretation])
      expect(Math.abs(lufs - -16)).toBeLessThanOrEqual(1);
  });

  test('the provenance holds the hash of the script and of every file, and forgets none', () => {
    expect(provenance.recording).toBe(script.recording);
    expect(provenance.script.sha256).toBe(sha256(scriptFile));
    const filesIn = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(folder, name)).isFile() && name !== 'provenance.json')
        .sort();
    for (const [folder, hashes] of [
      [captions, provenance.files],
      [media, provenance.media]
    ] as const) {
      expect(Object.keys(hashes).sort()).toEqual(filesIn(folder));
      for (const [name, hash] of Object.entries(hashes)) expect(sha256(join(folder, name)), name).toBe(hash.sha256);
    }
  });

  test('each HLS master offers both sounds by language, its own picture, and nothing that is missing', () => {
    for (const name of ['master.m3u8', 'master.en.m3u8', 'master.es.m3u8']) {
      const master = readFileSync(join(media, 'hls', name), 'utf8');
      const sounds = [...master.matchAll(/TYPE=AUDIO.*NAME="([^"]+)",LANGUAGE="(en|es)".*URI="([^"]+)"/g)];
      expect(sounds.map(([, , language]) => language)).toEqual(['en', 'es']);
      for (const [, label = ''] of sounds) expect(label).toMatch(/stand-in|provisional/);
      expect(master.match(/DEFAULT=YES/g)).toHaveLength(1);
      const playlists = [...sounds.map(([, , , uri = '']) => uri), master.trimEnd().split('\n').at(-1) ?? ''];
      for (const uri of playlists) {
        const playlist = readFileSync(join(media, 'hls', uri), 'utf8');
        const [last] = [...playlist.matchAll(/#EXT-X-BYTERANGE:(\d+)@(\d+)\n(\S+)/g)].reverse();
        expect(Number(last?.[1]) + Number(last?.[2]), uri).toBe(statSync(join(media, 'hls', last?.[3] ?? '')).size);
        expect(playlist.trimEnd().endsWith('#EXT-X-ENDLIST'), uri).toBe(true);
      }
    }
  });

  test('posters are small enough for a phone', () => {
    for (const language of languages)
      expect(statSync(join(media, `poster.${language}.png`)).size).toBeLessThanOrEqual(15_000);
  });
});

test('all recordings together are at most 12 MB', () => {
  const bytes = Object.values(recordings).flatMap(({ provenance: { files, media } }) =>
    [...Object.values(files), ...Object.values(media)].map((file) => file.bytes)
  );
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(12_000_000);
});

// Section 5: words placed on purpose, for the tests of search. [recording, language, word or phrase, sentences]
test.each<['june' | 'april', Language, string, string[]]>([
  ['june', 'es', 'deportar', ['j33']],
  ['june', 'es', 'deportada', ['j16', 'j33']],
  ['june', 'es', 'deportados', ['j33']],
  ['june', 'es', 'deportaciones', ['j05', 'j08', 'j09', 'j23', 'j33']],
  ['june', 'en', 'deport', ['j33']],
  ['june', 'en', 'deporting', ['j33']],
  ['april', 'es', 'desaparecido', ['a32']],
  ['april', 'es', 'desaparecida', ['a32']],
  ['april', 'es', 'desaparecidos', ['a32']],
  ['april', 'es', 'desaparecidas', ['a32']],
  ['april', 'es', 'años', ['a25']],
  ['april', 'es', 'año', ['a25']],
  ['june', 'es', 'año', ['j25']],
  ['june', 'es', 'niñas', ['j24']],
  ['june', 'es', 'niña', ['j25']],
  ['april', 'es', 'niñas', ['a24']],
  ['june', 'es', 'compañera', ['j26']],
  ['april', 'es', 'compañeras', ['a24']],
  ['june', 'es', 'campana', ['j35']],
  ['june', 'es', 'campaña', ['j18', 'j19', 'j24', 'j35']],
  ['april', 'es', 'campaña', ['a02', 'a07', 'a10', 'a17', 'a19', 'a23', 'a29']],
  ['april', 'es', 'cana', ['a35']],
  ['april', 'es', 'caña', ['a35']],
  ['june', 'es', 'política', ['j34']],
  ['april', 'es', 'política', ['a17']],
  ['june', 'es', 'país', ['j13', 'j16', 'j21']],
  ['april', 'es', 'país', ['a11', 'a12', 'a13', 'a34', 'a36']],
  ['april', 'es', 'países', ['a18']],
  ['june', 'es', 'tierra y territorio', ['j36']],
  ['june', 'en', 'land and territory', ['j36']],
  ['april', 'es', 'acuerdos de tercer país seguro', ['a11', 'a36']],
  ['april', 'en', 'safe third country agreements', ['a11', 'a36']],
  ['june', 'es', 'artículos 13, 14 y 15', ['j18']],
  ['april', 'es', 'artículos 13, 14 y 15', ['a19']],
  ['june', 'en', 'Articles 13, 14 and 15', ['j18']],
  ['april', 'en', 'Articles 13, 14 and 15', ['a19']],
  ['june', 'es', 'Los Ángeles', ['j29']],
  ['april', 'en', 'Los Angeles', ['a04']],
  ['june', 'en', 'U.S.', ['j05']],
  ['april', 'en', "Pop No'j", ['a08']]
])('%s, %s: "%s" stands in %j', (name, language, words, sentences) => {
  const escaped = words.replace(/[.]/g, '\\.');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu');
  const { script, tracks } = recordings[name];
  const found = script.sentences.filter((sentence) => {
    const own = tracks[language].cues.filter((cue) => sentenceOf(cue) === sentence.id);
    return whole.test(own.map(textOf).join(' '));
  });
  expect(found.map(({ id }) => id)).toEqual(sentences);
});

test.each<['june' | 'april', Language, string, string]>([
  ['june', 'es', 'j36', 'tierra'],
  ['june', 'en', 'j36', 'land'],
  ['april', 'es', 'a36', 'tercer'],
  ['april', 'en', 'a36', 'third']
])('%s, %s: the phrase of %s crosses a cue border after "%s"', (name, language, id, word) => {
  const own = recordings[name].tracks[language].cues.filter((cue) => sentenceOf(cue) === id);
  expect(own).toHaveLength(2);
  expect(own[0] && textOf(own[0])).toMatch(new RegExp(`\\s${word}$`, 'u'));
});

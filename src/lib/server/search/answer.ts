import { plainText } from '#lib/domain/captions/plain.ts';
import { captionFormats } from '#lib/domain/captions/types.ts';
import { scanWords } from '#lib/domain/search/tokens.ts';
import { voiceOfRole, type Voice } from '#lib/domain/recordings/types.ts';
import { cueKey, momentKey } from '#lib/server/captions/index.ts';
import type { ArchiveReader } from '#lib/server/search/archive-reader.ts';
import type { Facets } from '#lib/server/search/engine/facets.ts';
import type {
  Found,
  FoundMatch,
  FoundMoment,
  FoundRecording,
  Request,
  Searcher
} from '#lib/server/search/engine/search.ts';

/** What a thread answers: everything of the archive's text that a page of results shows. */
export interface SearchAnswer {
  total: number;
  recordings: number;
  moments: AnsweredMoment[];
  heads: AnsweredHead[];
  facets: Facets | null;
}

/** Where a recording's hits are. */
export interface AnsweredHead {
  recordingId: string;
  total: number;
  /** Position and start of its moments, at most `mostStarts`, spread over the recording when there are more. */
  starts: [number, number][];
}

const mostStarts = 200;

export interface AnsweredMoment {
  recordingId: string;
  position: number;
  startMs: number;
  endMs: number;
  /** One a language that says something in this moment. */
  texts: AnsweredText[];
}

export interface AnsweredText {
  language: string;
  versionId: number;
  /** Position of the first of `cues` in its version. */
  first: number;
  matched: boolean;
  cues: AnsweredCue[];
  /** First and last cue of each place that met the query, as indexes in `cues`. */
  places: [number, number][];
}

export interface AnsweredCue {
  startMs: number;
  endMs: number;
  /** Plain, on one line. */
  text: string;
  speakerId: string | null;
  voice: Voice;
  /** UTF-16 offsets of the words that met the query. */
  marks: [number, number][];
  /** False: it belongs to the next moment and is here because a phrase runs into it. */
  inMoment: boolean;
}

/** Searches, and reads the texts of the page, in one state of the archive. */
export function answerSearch(reader: ArchiveReader, searcher: Searcher, request: Request): Promise<SearchAnswer> {
  return reader.inSnapshot(async () => {
    const found = await searcher.search(request);
    const heads: AnsweredHead[] = [];
    for (const head of found.heads) heads.push(await headOf(reader, head));
    return { ...pick(found), heads, moments: await textsOf(reader, found.page) };
  });
}

async function headOf(reader: ArchiveReader, { recordingId, total, moments }: FoundRecording): Promise<AnsweredHead> {
  const number = await reader.recordingNumber(recordingId);
  const stride = Math.max(1, Math.ceil(moments.length / mostStarts));
  const starts: [number, number][] = [];
  for (const [i, position] of moments.entries()) {
    if (i % stride !== 0 || number === undefined) continue;
    const row = await reader.moment(momentKey(number, position));
    if (row !== undefined) starts.push([position, row.startMs]);
  }
  return { recordingId, total, starts };
}

const pick = ({ total, recordings, facets }: Found) => ({ total, recordings, facets });

async function textsOf(reader: ArchiveReader, page: readonly FoundMoment[]): Promise<AnsweredMoment[]> {
  const versions = new Map<number, VersionReading>();
  const readingOf = async (versionId: number) => {
    let reading = versions.get(versionId);
    if (reading === undefined) versions.set(versionId, (reading = await readVersion(reader, versionId)));
    return reading;
  };
  const answered: AnsweredMoment[] = [];
  let lastId = '';
  let number: number | undefined;
  for (const found of page) {
    const { recordingId, moment: position } = found;
    if (recordingId !== lastId) number = await reader.recordingNumber((lastId = recordingId));
    const row = number === undefined ? undefined : await reader.moment(momentKey(number, position));
    if (row === undefined) continue;
    const texts: AnsweredText[] = [];
    for (const [language, [first, last]] of Object.entries(row.spans)) {
      const versionId = found.versions[language];
      if (versionId === undefined) continue;
      const matches = found.matches.filter((match) => match.language === language);
      texts.push(await textOf(reader, await readingOf(versionId), { language, versionId, first, last, matches }));
    }
    answered.push({ recordingId, position, startMs: row.startMs, endMs: row.endMs, texts });
  }
  return answered;
}

interface VersionReading {
  plain: (text: string) => string;
  voice: Voice;
}

async function readVersion(reader: ArchiveReader, versionId: number): Promise<VersionReading> {
  const facts = await reader.version(versionId);
  const format = captionFormats.find((each) => each === facts?.format) ?? 'vtt';
  return {
    // the same length with and without: offsets of words stay what they are
    plain: (text) => plainText(text, format).replaceAll('\n', ' '),
    voice: facts === undefined ? 'unknown' : voiceOfRole(facts.role)
  };
}

interface Wanted {
  language: string;
  versionId: number;
  first: number;
  last: number;
  matches: readonly FoundMatch[];
}

async function textOf(
  reader: ArchiveReader,
  { plain, voice }: VersionReading,
  { language, versionId, first, last, matches }: Wanted
): Promise<AnsweredText> {
  const end = Math.max(last, ...matches.map(({ lastCue }) => lastCue));
  const rows = await reader.cues(cueKey(versionId, first), cueKey(versionId, end));
  const cues = rows.map((row): AnsweredCue => {
    const position = row.id - cueKey(versionId, 0);
    const text = plain(row.text);
    const { startMs, endMs, speakerId } = row;
    const marks = marksOf(text, position, matches);
    return { startMs, endMs, text, speakerId, voice: row.voice ?? voice, marks, inMoment: position <= last };
  });
  const places = [...new Set(matches.map(({ firstCue, lastCue }) => `${firstCue - first} ${lastCue - first}`))];
  return {
    language,
    versionId,
    first,
    matched: matches.length > 0,
    cues,
    places: places.map((place): [number, number] => {
      const [from = 0, to = 0] = place.split(' ').map(Number);
      return [from, to];
    })
  };
}

/** Where in the text the words are that matched; words side by side become one mark. */
function marksOf(text: string, cue: number, matches: readonly FoundMatch[]): [number, number][] {
  const wanted = new Set<number>();
  for (const { words } of matches) for (const [at, word] of words) if (at === cue) wanted.add(word);
  const marks: [number, number][] = [];
  if (wanted.size === 0) return marks;
  let index = 0;
  let lastMarked = -2;
  scanWords(text, (start, end) => {
    if (wanted.has(index)) {
      const last = marks.at(-1);
      if (last !== undefined && lastMarked === index - 1) last[1] = end;
      else marks.push([start, end]);
      lastMarked = index;
    }
    index++;
  });
  return marks;
}

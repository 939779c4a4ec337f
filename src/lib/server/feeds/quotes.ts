import { land, locate } from '#lib/domain/citations/anchor.ts';
import {
  apaInText,
  citationRuns,
  cite,
  citationStyles,
  fileOf,
  type Citable,
  type CitationStyle
} from '#lib/domain/citations/index.ts';
import { mostWords, parseQuoteCode, quoteCode, shortUuid } from '#lib/domain/citations/quote-code.ts';
import type { QuotedText, QuoteView, Tombstone } from '#lib/domain/citations/view.ts';
import { checksumOf, type Place } from '#lib/domain/citations/words.ts';
import { identifierOf, isStandIn, type RecordingEntry } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { absolute } from '#lib/server/feeds/addresses.ts';
import { entriesById } from '#lib/server/feeds/entries.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';
import {
  changedAt,
  currentVersion,
  plainCues,
  quotedText,
  recordingsOf,
  type QuotedCue,
  type RecordingRow
} from '#lib/server/feeds/quote-text.ts';
import { opennessOf } from '#lib/domain/access/publication.ts';
import { heardSpeakers, momentsOf, partsOf, type RecordingParts } from '#lib/server/recordings/index.ts';

export type FoundQuote = { kind: 'quote'; quote: QuoteView; citable: Citable } | { kind: 'tombstone'; why: Tombstone };

const dayOf = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 10));

/** The recording itself has arrived, and the stand-in's text that was quoted is no longer read. */
const isReplacedStandIn = (row: RecordingRow, parts: RecordingParts, trackId: string) => {
  const track = parts.texts.find(({ id }) => id === trackId);
  return (
    row.mediaState !== 'stand_in' &&
    track?.standIn === true &&
    !parts.versions.some((v) => v.trackId === trackId && v.state === 'public')
  );
};

/** A quote by the code in its link; null when there never was one. */
export async function getQuote(ctx: Ctx, locale: Locale, code: string): Promise<FoundQuote | null> {
  const ref = parseQuoteCode(code);
  for (const row of ref ? await recordingsOf(ctx, ref) : []) {
    if (!ref) break;
    if (!may(ctx, 'recording:read', row)) {
      if (opennessOf(row, ctx.now()) === 'tombstone') return { kind: 'tombstone', why: 'recording' };
      continue;
    }
    const parts = await partsOf(ctx, row.id);
    if (isReplacedStandIn(row, parts, ref.trackId)) return { kind: 'tombstone', why: 'standIn' };
    const quoted = await quotedText(ctx, parts, ref);
    if (!quoted) continue;
    const current = currentVersion(parts, ref.trackId);
    const now = current && (await plainCues(ctx, current));
    const landing = land(quoted.cues, quoted.span, now);
    if (landing.kind === 'withdrawn' || !current || !now) return { kind: 'tombstone', why: 'text' };
    const changed = landing.kind === 'changed' ? await changedAt(ctx, parts, quoted) : null;
    const was = landing.kind === 'changed' ? landing.was : null;
    const state = { landing: landing.kind, was, changedOn: dayOf(changed) };
    const found = await viewOf(ctx, locale, {
      row,
      parts,
      code,
      cues: now,
      place: landing.place,
      versionId: current.id
    });
    return found && { kind: 'quote', quote: { ...found.view, ...state }, citable: found.citable };
  }
  return null;
}

interface Landed {
  row: RecordingRow;
  parts: RecordingParts;
  code: string;
  cues: QuotedCue[];
  place: Place | null;
  versionId: number;
}

/** Cues that overlap a stretch of time. */
const during = <C extends { startMs: number; endMs: number }>(cues: readonly C[], { startMs, endMs }: Place): C[] =>
  cues.filter((cue) => cue.startMs < endMs && cue.endMs > startMs);

/** The same moments in the other reading languages. */
async function otherTexts(ctx: Ctx, { row, parts, place, versionId }: Landed): Promise<QuotedText[]> {
  if (!place) return [];
  const moments = during(await momentsOf(ctx, row.number), place);
  const others = parts.reading.filter((reading) => reading.versionId !== versionId);
  const texts = await Promise.all(
    others.map(async ({ language, trackId, versionId: id }): Promise<QuotedText[]> => {
      const version = parts.versions.find((each) => each.id === id);
      const track = parts.texts.find((each) => each.id === trackId);
      if (!version || !track) return [];
      const cues = await plainCues(ctx, version);
      const said = moments.flatMap(({ spans }) => {
        const span = spans[language];
        return span ? cues.slice(span[0], span[1] + 1) : [];
      });
      const text = said.map((cue) => cue.text).join(' ');
      return text ? [{ language, text, voice: said[0]?.voice ?? voiceOfRole(track.role) }] : [];
    })
  );
  return texts.flat();
}

function mediaOf({ sounds }: RecordingEntry, language: string): QuoteView['media'] {
  const sound =
    sounds.find((each) => each.language === language) ?? sounds.find(({ role }) => role === 'original') ?? sounds[0];
  const media = sound?.video ?? sound?.audio;
  return sound && media ? { url: media.url, isVideo: sound.video !== null, language: sound.language } : null;
}

async function viewOf(ctx: Ctx, locale: Locale, landed: Landed) {
  const { row, parts, code, cues, place, versionId } = landed;
  const [[entry], archive, others] = await Promise.all([
    entriesById(ctx, locale, 'recording', [row.id], 'read'),
    archiveEntry(ctx, locale),
    otherTexts(ctx, landed)
  ]);
  const version = parts.versions.find(({ id }) => id === versionId);
  const track = parts.texts.find(({ id }) => id === version?.trackId);
  if (!entry || !version || !track) return null;
  const [first] = place ? during(cues, place) : [];
  const language = first?.language ?? track.language ?? 'und';
  const voice = first?.voice ?? voiceOfRole(track.role);
  const speaker = first?.speakerId ? heardSpeakers(ctx, parts.speakers)(first.speakerId, language) : null;
  const url = absolute(ctx, `/q/${code}`);
  const citable: Citable = {
    identifier: `${identifierOf(entry)}#${code}`,
    ...{ url, locale, speaker },
    title: entry.title.text,
    event: entry.event?.title ?? null,
    eventKind: entry.event?.kind ?? null,
    archive: archive.title,
    date: entry.date,
    standInMadeOn: isStandIn(entry) ? (entry.standInMadeOn ?? dayOf(entry.updatedAt)) : null,
    words: place && {
      ...{ text: place.text, startMs: place.startMs, endMs: place.endMs, language, voice },
      version: version.number,
      versionDate: version.publishedAt
    }
  };
  const page = pathIn(locale, 'q', code);
  const anchor = place ? `?t=${String(Math.floor(place.startMs / 1000))}` : '';
  const view: Omit<QuoteView, 'landing' | 'was' | 'changedOn'> = {
    ...{ code, url, speaker, others },
    words: place && {
      language,
      voice,
      text: place.text,
      startMs: place.startMs,
      endMs: place.endMs,
      version: version.number
    },
    recording: {
      title: entry.title.text,
      lang: entry.title.lang,
      url: entry.urls[locale] + anchor,
      standInMadeOn: entry.standInMadeOn,
      isStandIn: isStandIn(entry)
    },
    media: mediaOf(entry, language),
    citations: {
      apa: citationRuns(citable, 'apa'),
      chicago: citationRuns(citable, 'chicago'),
      mla: citationRuns(citable, 'mla'),
      inText: apaInText(citable)
    },
    files: citationStyles.map((style) => ({ style, url: `${page}/${fileNameOf(style)}` })),
    identifier: citable.identifier,
    work: citable
  };
  return { view, citable };
}

/** apa.txt, bibtex.bib … */
export const fileNameOf = (style: CitationStyle): string => `${style}.${fileOf[style].extension}`;

/** A citation as a file; null when the quote or the format does not exist, or the quote cannot be shown. */
export async function citationFile(
  ctx: Ctx,
  locale: Locale,
  code: string,
  name: string
): Promise<{ body: string; type: string; name: string } | null> {
  const style = citationStyles.find((each) => fileNameOf(each) === name);
  const found = style ? await getQuote(ctx, locale, code) : null;
  if (!style || found?.kind !== 'quote') return null;
  return { body: cite([found.citable], style), type: fileOf[style].type, name: `quote.${fileOf[style].extension}` };
}

export interface Selection {
  /** UUID of the recording. */
  recording: string;
  language: string;
  text: string;
  /** Near which media time it stands. */
  ms: number;
}

/** The code of a link to these words; null when the reading track of that language does not hold them. */
export async function quoteOfSelection(ctx: Ctx, selection: Selection): Promise<string | null> {
  if (selection.text.split(/\s+/u).length > mostWords) return null;
  const [row] = await recordingsByUuid(ctx, selection.recording);
  if (!row || !may(ctx, 'recording:read', row)) return null;
  const parts = await partsOf(ctx, row.id);
  const reading = parts.reading.find(({ language }) => language === selection.language);
  const version = parts.versions.find(({ id }) => id === reading?.versionId);
  if (!version) return null;
  const place = locate(await plainCues(ctx, version), selection.text, selection.ms);
  if (!place) return null;
  return quoteCode({
    recording: shortUuid(row.uuid),
    trackId: version.trackId,
    version: version.number,
    fromWord: place.from,
    words: place.to - place.from,
    second: Math.floor(place.startMs / 1000),
    checksum: checksumOf(place.text.split(' '))
  });
}

const recordingsByUuid = (ctx: Ctx, uuid: string) =>
  recordingsOf(ctx, {
    ...{ recording: shortUuid(uuid), trackId: '', version: 1, fromWord: 0, words: 1, second: 0, checksum: '' }
  });

import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { MomentsQuery, TranscriptQuery } from '#lib/domain/api/query.ts';
import type { Moment, Transcript } from '#lib/domain/api/resources.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import { captionFormats, type CaptionFormat } from '#lib/domain/captions/types.ts';
import { isStandIn, type RecordingEntry } from '#lib/domain/feeds/entry.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { outputMessages } from '#lib/domain/i18n/messages/outputs.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';
import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { events, organizations, people, recordings, series } from '#lib/server/db/schema/index.ts';
import { collections, resourcesById, type Collection } from '#lib/server/feeds/api-lists.ts';
import { entriesById } from '#lib/server/feeds/entries.ts';
import { cuesOfVersion, heardSpeakers, momentsOf, partsOf, type RecordingParts } from '#lib/server/recordings/index.ts';

const tables = { events, recordings, people, organizations, series };

/** The object with this UUID; null when there is none. Throws `gone` or `missing` when it may not be read. */
async function rowByUuid(ctx: Ctx, collection: Collection, uuid: string) {
  const table = tables[collection];
  const [row] = await ctx.read
    .select({ id: table.id, state: table.state, publishAt: table.publishAt })
    .from(table)
    .where(eq(table.uuid, uuid));
  if (!row) return null;
  assertCan(ctx, `${collections[collection]}:read`, row);
  return row;
}

export async function oneResource(ctx: Ctx, collection: Collection, uuid: string, locale: Locale) {
  const row = await rowByUuid(ctx, collection, uuid);
  const [resource] = row ? await resourcesById(ctx, locale, collection, [row.id], 'read') : [];
  return resource ?? null;
}

interface ReadRecording {
  entry: RecordingEntry;
  parts: RecordingParts;
  number: number;
}

async function recordingByUuid(ctx: Ctx, uuid: string, locale: Locale): Promise<ReadRecording | null> {
  const row = await rowByUuid(ctx, 'recordings', uuid);
  if (!row) return null;
  const [[entry], [numbered], parts] = await Promise.all([
    entriesById(ctx, locale, 'recording', [row.id], 'read'),
    ctx.read.select({ number: recordings.number }).from(recordings).where(eq(recordings.id, row.id)),
    partsOf(ctx, row.id)
  ]);
  return entry && numbered ? { entry, parts, number: numbered.number } : null;
}

const formatOf = (format: string | null): CaptionFormat => captionFormats.find((each) => each === format) ?? 'vtt';

/** The reading track of a language with its cues as plain text; null when it cannot be read in it. */
async function readingText(ctx: Ctx, parts: RecordingParts, language: string) {
  const reading = parts.reading.find((each) => each.language === language);
  const track = parts.texts.find(({ id }) => id === reading?.trackId);
  const version = parts.versions.find(({ id }) => id === reading?.versionId);
  if (!track || !version) return null;
  const labelOf = heardSpeakers(ctx, parts.speakers);
  const format = formatOf(version.format);
  const cues = (await cuesOfVersion(ctx, version.id)).map((cue) => ({
    startMs: cue.startMs,
    endMs: cue.endMs,
    speaker: cue.speakerId ? labelOf(cue.speakerId, language) : null,
    voice: cue.voice ?? voiceOfRole(track.role),
    language: cue.language ?? language,
    text: plainText(cue.text, format)
  }));
  return { track, version: version.number, cues };
}

const linkOf = ({ uuid, url, title }: RecordingEntry) => ({ uuid, url, title: title.text });
const standInOf = (entry: RecordingEntry) => (isStandIn(entry) ? outputMessages(entry.locale).standIn : null);

/** The original's text first, then by tag. */
const readable = ({ reading, texts }: RecordingParts): string[] => {
  const isOriginal = (trackId: string) => texts.find(({ id }) => id === trackId)?.role === 'original';
  return reading
    .toSorted(
      (a, b) => Number(isOriginal(b.trackId)) - Number(isOriginal(a.trackId)) || a.language.localeCompare(b.language)
    )
    .map(({ language }) => language);
};

/** The transcript of a recording; null when there is none in this language. */
export async function transcriptResource(
  ctx: Ctx,
  uuid: string,
  { lang, language }: v.InferOutput<typeof TranscriptQuery>
): Promise<v.InferOutput<typeof Transcript> | null> {
  const found = await recordingByUuid(ctx, uuid, lang);
  if (!found) return null;
  const { entry, parts } = found;
  const languages = readable(parts);
  const wanted = language ?? languages[0];
  const text = wanted === undefined ? null : await readingText(ctx, parts, wanted);
  if (!text || wanted === undefined) return null;
  return {
    recording: linkOf(entry),
    standIn: standInOf(entry),
    trackId: text.track.id,
    language: wanted,
    role: text.track.role,
    version: text.version,
    languages,
    cues: text.cues
  };
}

/** The aligned moments of a recording, a page at a time; null when there is no such recording or page. */
export async function momentResources(
  ctx: Ctx,
  uuid: string,
  { lang, page, perPage, from, to }: v.InferOutput<typeof MomentsQuery>
) {
  const found = await recordingByUuid(ctx, uuid, lang);
  if (!found) return null;
  const { entry, parts, number } = found;
  const all = (await momentsOf(ctx, number)).filter(
    ({ startMs, endMs }) => (from === undefined || endMs > from) && (to === undefined || startMs < to)
  );
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  if (page > pages) return null;
  const texts = await Promise.all(
    readable(parts).map(async (language) => ({ language, text: await readingText(ctx, parts, language) }))
  );
  const data = all
    .slice((page - 1) * perPage, page * perPage)
    .map(({ position, startMs, endMs, spans }): v.InferOutput<typeof Moment> => ({
      startMs,
      endMs,
      url: `${entry.url}?t=${String(Math.floor(startMs / 1000))}#m-${String(position)}`,
      texts: texts.flatMap(({ language, text }) => {
        const span = spans[language];
        const said = span && text ? text.cues.slice(span[0], span[1] + 1) : [];
        const [first] = said;
        const last = said.at(-1);
        if (!first || !last || !text) return [];
        const words = said.map((cue) => cue.text).join(' ');
        return [{ ...first, endMs: last.endMs, text: words, version: text.version }];
      })
    }));
  return { data, page, perPage, pages, total: all.length };
}

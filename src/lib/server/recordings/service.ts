import type { ArchiveDate, Published } from '#lib/domain/archive/types.ts';
import type { CaptionFormat } from '#lib/domain/captions/types.ts';
import { otherLocale, type Locale } from '#lib/domain/i18n/locale.ts';
import { trackMessages } from '#lib/domain/i18n/messages/tracks.ts';
import { pathIn, pathsOf } from '#lib/domain/i18n/paths.ts';
import { shownName } from '#lib/domain/people/shown-name.ts';
import { smallestPicture } from '#lib/domain/recordings/costs.ts';
import { turnsOfPassages, type PassageTurn, type ReadingColumn } from '#lib/domain/recordings/passages.ts';
import { languageName, ownLanguageName } from '#lib/domain/recordings/names.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';
import type { ColumnView, NamedLink, RecordingView, SpeakerView } from '#lib/domain/recordings/view.ts';
import { assertCan, may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { momentsDownload } from '#lib/server/recordings/downloads.ts';
import { formatOfVersion } from '#lib/server/recordings/spoken-track.ts';
import { heardSpeakers, type LabelOfSpeaker } from '#lib/server/recordings/speakers.ts';
import {
  allNotices,
  eventById,
  findSlug,
  momentsOf,
  organizationsOf,
  otherRecordings,
  partsOf,
  passageNotesOf,
  peopleOf,
  readingCuesOf,
  recordingById,
  slugsOf,
  streamFilesOf,
  type RecordingParts,
  type RecordingRow
} from '#lib/server/recordings/store.ts';
import { captionChoices, mediaOf, soundsOf, textTracksOf } from '#lib/server/recordings/tracks.ts';

/** The transcript apart from the page's data: it goes into the document once and is never sent as data. */
export interface TranscriptView {
  turns: PassageTurn[];
  labelOf: LabelOfSpeaker;
  /** Whose markup the cues of a language are in. */
  formatOf: (language: string) => CaptionFormat;
}

export type FoundRecording =
  | { kind: 'page'; view: RecordingView; transcript: TranscriptView }
  /** The address is a former one: the recording stands at `path` now. */
  | { kind: 'moved'; path: string };

export interface ReadingChoice {
  /** One language only; null: the original and the page's language side by side. */
  read: string | null;
}

/**
 * Everything on the page of a recording, in words of the page's language; null when no recording has this address.
 * Throws `recording.missing` or `recording.gone` when the viewer may not read it.
 */
export async function getRecordingPage(
  ctx: Ctx,
  locale: Locale,
  slug: string,
  { read }: ReadingChoice = { read: null }
): Promise<FoundRecording | null> {
  const found = await findSlug(ctx, 'recording', locale, slug);
  const row = found && (await recordingById(ctx, found.objectId));
  if (!row) return null;
  assertCan(ctx, 'recording:read', row);
  const paths = pathsOf('recordings', await addressOf(ctx, row.id));
  if (!found.isCurrent) return { kind: 'moved', path: paths[locale] };
  const parts = await partsOf(ctx, row.id);
  const columns = chooseColumns(columnsOf(parts, locale), locale, read);
  const [view, transcript] = await Promise.all([
    viewOf(ctx, locale, row, parts, paths),
    transcriptOf(ctx, row, parts, columns)
  ]);
  // reading tracks without a moment in common are no transcript
  return { kind: 'page', view: { ...view, columns: transcript.turns.length > 0 ? columns : [] }, transcript };
}

async function addressOf(ctx: Ctx, id: string) {
  return (await slugsOf(ctx, 'recording', [id])).get(id) ?? { en: id, es: id };
}

/** Every language that has a reading track, the original first, then the page's language, then by tag. */
function columnsOf({ reading, texts }: RecordingParts, locale: Locale): ColumnView[] {
  const rank = ({ role, language }: ColumnView) => (role === 'original' ? 0 : language === locale ? 1 : 2);
  return reading
    .flatMap(({ language, trackId }) => {
      const track = texts.find(({ id }) => id === trackId);
      if (!track) return [];
      const { role } = track;
      const names = { ownName: ownLanguageName(language), name: languageName(language, locale) };
      return [{ language, ...names, voice: voiceOfRole(role), role }];
    })
    .sort((a, b) => rank(a) - rank(b) || a.language.localeCompare(b.language));
}

/** One language when it is asked for and there; else the original beside the page's language, or beside the other one. */
function chooseColumns(all: ColumnView[], locale: Locale, read: string | null): ColumnView[] {
  const one = all.find(({ language }) => language === read);
  if (one) return [one];
  const [first, ...rest] = all;
  if (!first) return [];
  const wanted = first.language === locale ? otherLocale(locale) : locale;
  const second = rest.find(({ language }) => language === wanted) ?? rest[0];
  return second ? [first, second] : [first];
}

async function transcriptOf(
  ctx: Ctx,
  row: RecordingRow,
  parts: RecordingParts,
  shown: ColumnView[]
): Promise<TranscriptView> {
  const [moments, ...columns] = await Promise.all([
    shown.length > 0 ? momentsOf(ctx, row.number) : [],
    ...shown.map(async ({ language, voice }): Promise<ReadingColumn> => {
      const versionId = parts.reading.find((each) => each.language === language)?.versionId ?? -1;
      return { language, voice, cues: await readingCuesOf(ctx, versionId) };
    })
  ]);
  return {
    turns: turnsOfPassages(moments, columns),
    labelOf: heardSpeakers(ctx, parts.speakers),
    formatOf: (language) => formatOf(parts, language)
  };
}

function formatOf({ reading, versions }: RecordingParts, language: string): CaptionFormat {
  const versionId = reading.find((each) => each.language === language)?.versionId;
  return formatOfVersion(versions.find(({ id }) => id === versionId));
}

type WithoutColumns = Omit<RecordingView, 'columns'>;

async function viewOf(
  ctx: Ctx,
  locale: Locale,
  row: RecordingRow,
  parts: RecordingParts,
  paths: Record<Locale, string>
): Promise<WithoutColumns> {
  const [event, cast, next, remarks, notes, streamFiles] = await Promise.all([
    eventOf(ctx, locale, row),
    castOf(ctx, locale, row),
    nextOf(ctx, locale, row),
    allNotices(ctx),
    passageNotesOf(ctx, row.id),
    streamFilesOf(ctx, parts)
  ]);
  const standIn = row.mediaState === 'stand_in';
  const media = mediaOf(locale, parts);
  // a recording without a picture of its own is shown by its drawn score
  const drawn = parts.reading.length > 0 ? `${paths[locale]}/poster.svg` : null;
  const textTracks = await textTracksOf(ctx, locale, row, parts);
  return {
    id: row.id,
    uuid: row.uuid,
    paths,
    title: row.title,
    description: row.description,
    mediaState: row.mediaState,
    durationMs: row.durationMs,
    noindex: row.noindex || standIn,
    rights: row.rights,
    sources: row.sources,
    notices: remarks.filter(({ places }) => standIn && places.includes('recording')).map(({ text }) => text),
    date: event?.date ?? dayOf(row.recordedOn),
    event: event?.view ?? null,
    sounds: soundsOf(locale, parts),
    hls: media.hls,
    smallestPicture: smallestPicture(streamFiles),
    storyboard: media.storyboard,
    poster: media.poster ?? drawn,
    chapters: parts.chapters,
    notes: notes.map(({ startMs, endMs, note }) => ({ startMs, endMs, note })),
    textTracks,
    captions: captionChoices(textTracks),
    readable: columnsOf(parts, locale).map(({ language, ownName }) => ({ language, ownName })),
    moments: await momentsDownload(ctx, row, parts),
    ...cast,
    next
  };
}

const dayOf = (iso: string | null): ArchiveDate | null =>
  iso === null
    ? null
    : { value: iso, precision: 'day', year: 'stated', notBefore: null, notAfter: null, inferred: [], label: null };

async function eventOf(ctx: Ctx, locale: Locale, { eventId }: RecordingRow) {
  const found = eventId ? await eventById(ctx, eventId) : null;
  if (!found || !may(ctx, 'event:read', found.event)) return null;
  const { event, series } = found;
  const [slugs, seriesSlugs] = await Promise.all([
    slugsOf(ctx, 'event', [event.id]),
    slugsOf(ctx, 'series', series ? [series.id] : [])
  ]);
  const { title, kind, place, attendance, panel } = event;
  return {
    date: event.date,
    view: {
      ...{ title, kind, place, attendance, panel },
      href: pathIn(locale, 'events', slugs.get(event.id)?.[locale] ?? event.id),
      series:
        series && may(ctx, 'series:read', series)
          ? { title: series.title, href: pathIn(locale, 'series', seriesSlugs.get(series.id)?.[locale] ?? series.id) }
          : null
    }
  };
}

/** People and organizations of the recording and of its event, each once, in the order of credit. */
async function castOf(ctx: Ctx, locale: Locale, row: RecordingRow) {
  const owners = [['recording', row.id] as const, ...(row.eventId ? [['event', row.eventId] as const] : [])];
  const people = (await Promise.all(owners.map((owner) => peopleOf(ctx, [...owner])))).flat();
  const organizations = (await Promise.all(owners.map((owner) => organizationsOf(ctx, [...owner])))).flat();
  return {
    speakers: await speakersOf(ctx, locale, people),
    organizations: await creditsOf(ctx, locale, organizations)
  };
}

const speaking = new Set(['speaker', 'panelist', 'moderator', 'interpreter']);
const once = <T>(list: T[], key: (item: T) => string) => [...new Map(list.map((item) => [key(item), item])).values()];

async function speakersOf(
  ctx: Ctx,
  locale: Locale,
  links: Awaited<ReturnType<typeof peopleOf>>
): Promise<SpeakerView[]> {
  const heard = once(
    links.filter(({ role }) => speaking.has(role)),
    ({ person, role }) => `${person.id} ${role}`
  );
  const slugs = await slugsOf(
    ctx,
    'person',
    heard.map(({ person }) => person.id)
  );
  return heard.map(({ person, role }) => {
    const name = shownName(person, may(ctx, 'person:read', person), locale);
    const href = name === null ? null : pathIn(locale, 'people', slugs.get(person.id)?.[locale] ?? person.id);
    return { name, href, role: trackMessages(locale).roleOfPerson[role] };
  });
}

async function creditsOf(ctx: Ctx, locale: Locale, links: Awaited<ReturnType<typeof organizationsOf>>) {
  const readable = links.filter(({ organization }) => may(ctx, 'organization:read', organization));
  const slugs = await slugsOf(
    ctx,
    'organization',
    readable.map(({ organization }) => organization.id)
  );
  const isSponsor = (role: string) => role === 'sponsor' || role === 'cosponsor';
  const linksOf = (wanted: boolean): NamedLink[] =>
    once(
      readable.filter(({ role }) => isSponsor(role) === wanted),
      ({ organization }) => organization.id
    ).map(({ organization }) => ({
      href: pathIn(locale, 'organizations', slugs.get(organization.id)?.[locale] ?? organization.id),
      text: organization.shortName
    }));
  return (['sponsors', 'others'] as const)
    .map((heading) => ({ heading, links: linksOf(heading === 'sponsors') }))
    .filter(({ links: credited }) => credited.length > 0);
}

async function nextOf(ctx: Ctx, locale: Locale, row: RecordingRow): Promise<RecordingView['next']> {
  const others = (await otherRecordings(ctx, row.id, 3)).filter((other: Published) =>
    may(ctx, 'recording:list', other)
  );
  const slugs = await slugsOf(
    ctx,
    'recording',
    others.map(({ id }) => id)
  );
  return others.map(({ id, title, recordedOn, event }) => ({
    href: pathIn(locale, 'recordings', slugs.get(id)?.[locale] ?? id),
    title,
    date: event?.date ?? dayOf(recordedOn)
  }));
}

import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { ownLanguageName, soundLabel, textTrackLabel } from '#lib/domain/recordings/names.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';
import type {
  CaptionChoice,
  FileLink,
  RecordingView,
  SoundView,
  TextTrackView,
  TrackStep
} from '#lib/domain/recordings/view.ts';
import type { Ctx } from '#lib/server/context.ts';
import { mediaUrl } from '#lib/server/media/index.ts';
import { downloadsOf } from '#lib/server/recordings/downloads.ts';
import {
  publicVersion,
  type AudioTrackRow,
  type RecordingParts,
  type RecordingRow,
  type RenditionRow,
  type TextTrackRow,
  type TrackVersionRow
} from '#lib/server/recordings/store.ts';

const linkTo = ({ fileKey, bytes, mimeType }: RenditionRow): FileLink => ({
  url: mediaUrl(fileKey),
  bytes,
  mimeType
});

/** Of several forms of one sound the smallest: whoever has little data is served first. */
const smallest = (files: RenditionRow[]) => [...files].sort((a, b) => a.bytes - b.bytes)[0];

function soundView(locale: Locale, row: AudioTrackRow, files: RenditionRow[]): SoundView {
  const mine = files.filter(({ audioTrackId }) => audioTrackId === row.id);
  const video = smallest(
    inLanguage(
      mine.filter(({ kind }) => kind === 'video'),
      row.language
    )
  );
  const sounds = mine.filter(({ kind }) => kind === 'audio');
  // what every browser plays; Opus in Ogg is smaller, and offered beside it
  const audio = smallest(sounds.filter(({ mimeType }) => mimeType !== 'audio/ogg')) ?? smallest(sounds);
  const opus = sounds.find(({ mimeType }) => mimeType === 'audio/ogg');
  const { id, role, language, method, derivedFrom, held, standIn, existedLive, recorded, silences, rights } = row;
  return {
    ...{ id, role, language, method, derivedFrom, held, standIn, existedLive, recorded, silences, rights },
    label: held ? soundLabel(role, language, locale) : textIn(row.label, locale) || soundLabel(role, language, locale),
    video: held && video ? { ...linkTo(video), width: video.width, height: video.height } : null,
    audio: held && audio ? linkTo(audio) : null,
    opus: held && opus && opus !== audio ? linkTo(opus) : null
  };
}

/** Words are drawn into some pictures: those in the language first, then those without words, then all. */
const inLanguage = (files: RenditionRow[], language: string | null) => {
  const rank = (file: RenditionRow) => (file.language === language ? 0 : file.language === null ? 1 : 2);
  const best = Math.min(...files.map(rank));
  return files.filter((file) => rank(file) === best);
};

export const soundsOf = (locale: Locale, { sounds, files }: RecordingParts): SoundView[] =>
  sounds.map((row) => soundView(locale, row, files));

/** What the player loads beside the files of single sounds. */
export function mediaOf(
  locale: Locale,
  { files }: RecordingParts
): Pick<RecordingView, 'hls' | 'poster' | 'storyboard'> {
  const hls = inLanguage(
    files.filter(({ kind }) => kind === 'hls'),
    locale
  )[0];
  const poster = inLanguage(
    files.filter(({ kind }) => kind === 'poster'),
    locale
  )[0];
  const storyboard = files.find(({ kind }) => kind === 'storyboard');
  const url = (file: RenditionRow | undefined) => (file ? mediaUrl(file.fileKey) : null);
  return { hls: url(hls), poster: url(poster), storyboard: url(storyboard) };
}

export async function textTracksOf(
  ctx: Ctx,
  locale: Locale,
  row: RecordingRow,
  parts: RecordingParts
): Promise<TextTrackView[]> {
  return Promise.all(
    parts.texts
      .filter((track) => !track.held || publicVersion(parts.versions, track.id) !== null)
      .map(async (track) => textTrackView(ctx, locale, row, parts, track))
  );
}

/** The way from the first version to this one. A version that was made of a file knows nothing of those before it. */
function stepsOf(versions: TrackVersionRow[], version: TrackVersionRow): TrackStep[] {
  const steps: TrackStep[] = [];
  const seen = new Set<number>();
  for (let at: TrackVersionRow | undefined = version; at && !seen.has(at.id);) {
    const { id, step, madeBy, creditName, createdAt, basedOn }: TrackVersionRow = at;
    seen.add(id);
    if (step) steps.unshift({ step, role: madeBy, name: creditName, at: createdAt });
    at = versions.find((each) => each.id === basedOn);
  }
  return steps;
}

async function textTrackView(
  ctx: Ctx,
  locale: Locale,
  row: RecordingRow,
  parts: RecordingParts,
  track: TextTrackRow
): Promise<TextTrackView> {
  const version = track.held ? publicVersion(parts.versions, track.id) : null;
  const { id, kind, role, language, timedTo, method, derivedFrom, reviewedBy, held, standIn, existedLive, rights } =
    track;
  const { writesSounds, writesSpeakers } = track;
  return {
    ...{ id, kind, role, language, timedTo, method, derivedFrom, reviewedBy, held, standIn, existedLive, rights },
    ...{ writesSounds, writesSpeakers },
    label: held ? textTrackLabel(track, locale) : textIn(track.label, locale) || textTrackLabel(track, locale),
    version: version && {
      number: version.number,
      cueCount: version.cueCount,
      publishedAt: version.publishedAt
    },
    steps: version ? stepsOf(parts.versions, version) : [],
    isReading: parts.reading.some(({ trackId }) => trackId === id),
    files: version ? await downloadsOf(ctx, row, parts, track, version) : []
  };
}

/** Captions by language: the track that the transcript reads first, beside it those that keep the time of another sound. */
export function captionChoices(tracks: TextTrackView[]): CaptionChoice[] {
  const offered = tracks
    .filter(({ kind, version }) => version && (kind === 'captions' || kind === 'subtitles'))
    .sort((a, b) => Number(b.isReading) - Number(a.isReading));
  const choices = new Map<string, CaptionChoice>();
  for (const { id, label, language, role, timedTo, files } of offered) {
    const url = files.find(({ format }) => format === 'vtt')?.url;
    if (!language || !url) continue;
    const choice = choices.get(language) ?? { language, label: ownLanguageName(language), tracks: [] };
    choices.set(language, choice);
    choice.tracks.push({ trackId: id, label, voice: voiceOfRole(role), timedTo, url });
  }
  return [...choices.values()];
}

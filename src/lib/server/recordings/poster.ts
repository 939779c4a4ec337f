import { formatIsoDate } from '#lib/domain/i18n/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { soundLabel } from '#lib/domain/recordings/names.ts';
import { scoreSvg } from '#lib/domain/recordings/score-card.ts';
import { layOutScore } from '#lib/domain/recordings/score.ts';
import { assertCan, may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { outlineOf } from '#lib/server/recordings/cards.ts';
import { eventById, findSlug, recordingById, type RecordingRow } from '#lib/server/recordings/store.ts';

/** The day of the recording, else its event's date, as far as they are known. */
async function dateOf(ctx: Ctx, { recordedOn, eventId }: RecordingRow): Promise<string | null> {
  if (recordedOn !== null || eventId === null) return recordedOn;
  const found = await eventById(ctx, eventId);
  return found && may(ctx, 'event:read', found.event) ? found.event.date.value : null;
}

/** The picture of a recording that brings none: its own score, as an SVG document. Null when no recording has this address. */
export async function drawPoster(ctx: Ctx, locale: Locale, slug: string): Promise<string | null> {
  const found = await findSlug(ctx, 'recording', locale, slug);
  const row = found && (await recordingById(ctx, found.objectId));
  if (!row) return null;
  assertCan(ctx, 'recording:read', row);
  const date = await dateOf(ctx, row);
  const { durationMs, chapters, passages, voices } = await outlineOf(ctx, row);
  const layout = layOutScore({
    durationMs,
    chapters: chapters.map(({ startMs, title }) => ({ startMs, title: textIn(title, locale) })),
    passages
  });
  const voice = (role: 'original' | 'interpretation') => voices.find((each) => each.role === role);
  const interpreted = voice('interpretation');
  return scoreSvg(layout, {
    heading: textIn(row.title, locale),
    kicker: date === null ? '' : formatIsoDate(date, locale),
    originalLabel: soundLabel('original', voice('original')?.language ?? null, locale),
    interpretationLabel: interpreted ? soundLabel('interpretation', interpreted.language, locale) : null,
    currentRow: null
  });
}

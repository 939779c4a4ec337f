import { layOutScore, type ScoreLayout } from '#lib/domain/recordings/score.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { getSite, noticesFor } from '#lib/server/archive/index.ts';
import { listCampaigns } from '#lib/server/campaigns/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { listEvents } from '#lib/server/events/index.ts';
import { frontPageMeta } from '#lib/server/feeds/index.ts';
import { outlineOf, recordingCards, type Outline, type RecordingCard } from '#lib/server/recordings/index.ts';
import { listSeries, seriesPageById } from '#lib/server/series/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

/** The recording on the front page: the newest that can be heard or read, drawn from its own times. */
async function featureOf(
  ctx: Ctx,
  recordings: readonly RecordingCard[],
  locale: Locale
): Promise<{ recording: RecordingCard; score: ScoreLayout | null; voices: Outline['voices'] } | null> {
  const recording = recordings.find(({ mediaState }) => mediaState !== 'none') ?? recordings[0];
  if (!recording) return null;
  const { chapters, passages, durationMs, voices } = await outlineOf(ctx, recording);
  const titled = chapters.map(({ startMs, title }) => ({ startMs, title: textIn(title, locale) }));
  const score = passages.length > 0 ? layOutScore({ durationMs, chapters: titled, passages }) : null;
  return { recording, score, voices };
}

const dayOf = (ms: number | null) => (ms === null ? '' : new Date(ms).toISOString().slice(0, 10));

export const load: PageServerLoad = async ({ locals: { ctx, locale } }) => {
  const [site, recordings, events, series, campaigns, notices] = await Promise.all([
    getSite(ctx),
    recordingCards(ctx),
    listEvents(ctx, 'all'),
    listSeries(ctx),
    listCampaigns(ctx),
    noticesFor(ctx, 'home')
  ]);
  const tourId = series.find(({ kind }) => kind === 'tour')?.id;
  const tour = tourId === undefined ? null : await seriesPageById(ctx, tourId);
  // a recording stands for its event, and the stops of the tour stand in the drawing of the tour
  const shownElsewhere = new Set([
    ...recordings.flatMap(({ event }) => event?.id ?? []),
    ...(tour?.stops.map(({ id }) => id) ?? [])
  ]);
  const latest = [
    ...recordings.map((recording) => ({ kind: 'recording' as const, id: recording.id, recording, of: recording })),
    ...events
      .filter(({ id, background }) => !background && !shownElsewhere.has(id))
      .map((event) => ({ kind: 'event' as const, id: event.id, event, of: event }))
  ];
  // what came in last stands first; of one day's work, what happened last
  latest.sort(
    ({ of: a }, { of: b }) =>
      dayOf(b.publishedAt).localeCompare(dayOf(a.publishedAt)) || (b.sortDate ?? '').localeCompare(a.sortDate ?? '')
  );
  return {
    meta: await frontPageMeta(ctx, locale),
    about: site && { tagline: site.tagline, description: site.description },
    feature: await featureOf(ctx, recordings, locale),
    latest: latest.slice(0, 6),
    ...{ tour, notices, campaign: campaigns[0] ?? null }
  };
};

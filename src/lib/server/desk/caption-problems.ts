import { and, desc, eq, inArray } from 'drizzle-orm';
import type { PublicationState } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import type { TrackRole } from '#lib/domain/recordings/types.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordings, textTracks, trackVersions } from '#lib/server/db/schema/index.ts';

export interface CaptionProblems {
  recordingId: string;
  recordingTitle: Localized;
  trackId: string;
  language: string | null;
  role: TrackRole;
  standIn: boolean;
  version: number;
  state: PublicationState;
  /** How many of which kind, the commonest first. */
  problems: { code: string; count: number }[];
}

function counted(problems: readonly { code: string }[]): CaptionProblems['problems'] {
  const counts = new Map<string, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

/** Tracks whose newest version (a draft or what is public) has something odd about it. */
export async function captionProblems(ctx: Ctx): Promise<CaptionProblems[]> {
  const rows = await ctx.read
    .select({ version: trackVersions, track: textTracks, title: recordings.title })
    .from(trackVersions)
    .innerJoin(
      textTracks,
      and(eq(textTracks.recordingId, trackVersions.recordingId), eq(textTracks.id, trackVersions.trackId))
    )
    .innerJoin(recordings, eq(recordings.id, trackVersions.recordingId))
    .where(inArray(trackVersions.state, ['draft', 'submitted', 'public']))
    .orderBy(desc(trackVersions.number));
  const newest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    const key = `${row.track.recordingId} ${row.track.id}`;
    if (!newest.has(key)) newest.set(key, row);
  }
  return [...newest.values()]
    .filter(({ version }) => version.problems.length > 0)
    .map(({ version, track, title }) => ({
      ...{ recordingId: track.recordingId, recordingTitle: title, trackId: track.id, language: track.language },
      ...{ role: track.role, standIn: track.standIn, version: version.number, state: version.state },
      problems: counted(version.problems)
    }));
}

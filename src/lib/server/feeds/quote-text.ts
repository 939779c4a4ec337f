import { like } from 'drizzle-orm';
import { land, type Landing } from '#lib/domain/citations/anchor.ts';
import { isIntact, shortUuid, type QuoteRef } from '#lib/domain/citations/quote-code.ts';
import { checksumOf, placeOf, wordsOf, type PlainCue, type Span } from '#lib/domain/citations/words.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import { isLeftOut } from '#lib/domain/media/omissions.ts';
import { omissionsOf } from '#lib/server/captions/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { recordings } from '#lib/server/db/schema/index.ts';
import {
  cuesOfVersion,
  formatOfVersion,
  publicVersion,
  type RecordingParts,
  type TrackVersionRow
} from '#lib/server/recordings/index.ts';

export type RecordingRow = typeof recordings.$inferSelect;

/** Recordings whose UUID begins as the link says: one, unless chance made two. */
export async function recordingsOf(ctx: Ctx, ref: QuoteRef): Promise<RecordingRow[]> {
  const rows = await ctx.read
    .select()
    .from(recordings)
    .where(like(recordings.uuid, `${ref.recording.slice(0, 4)}%`));
  return rows.filter(({ uuid }) => shortUuid(uuid) === ref.recording);
}

/** A cue as words, with who says it and whose words they are where the cue says so. */
export interface QuotedCue extends PlainCue {
  speakerId: string | null;
  voice: 'original' | 'interpretation' | 'translation' | 'unknown' | null;
  language: string | null;
}

export async function plainCues(ctx: Ctx, version: TrackVersionRow): Promise<QuotedCue[]> {
  const format = formatOfVersion(version);
  const omissions = await omissionsOf(ctx, version.recordingId);
  // an older version still has the words of a passage that was left out: a link to them must not bring them back
  const cues = (await cuesOfVersion(ctx, version.id)).filter((cue) => !isLeftOut(cue, omissions));
  return cues.map(({ startMs, endMs, text, speakerId, voice, language }) => ({
    ...{ startMs, endMs, speakerId, voice, language },
    text: plainText(text, format)
  }));
}

const textsOf = (cues: readonly PlainCue[], { from, to }: Span) =>
  wordsOf(cues)
    .slice(from, to)
    .map(({ text }) => text);

/** The words in a version that is not the quoted one, found by their checksum, nearest to their time. */
function findByChecksum(cues: readonly PlainCue[], ref: QuoteRef): Span | null {
  const words = wordsOf(cues);
  const found: { span: Span; distance: number }[] = [];
  for (let from = 0; from + ref.words <= words.length; from++) {
    const span = { from, to: from + ref.words };
    if (checksumOf(words.slice(span.from, span.to).map(({ text }) => text)) !== ref.checksum) continue;
    const startMs = placeOf(words, cues, span)?.startMs ?? 0;
    found.push({ span, distance: Math.abs(startMs - ref.second * 1000) });
  }
  return found.sort((a, b) => a.distance - b.distance)[0]?.span ?? null;
}

/** What was quoted: the words of the version that the link names, else of any version of the track that holds them. */
export async function quotedText(
  ctx: Ctx,
  parts: RecordingParts,
  ref: QuoteRef
): Promise<{ version: TrackVersionRow; cues: QuotedCue[]; span: Span } | null> {
  const versions = parts.versions.filter(
    ({ trackId, state }) => trackId === ref.trackId && state !== 'deleted' && state !== 'draft'
  );
  const named = versions.find(({ number }) => number === ref.version);
  const span = { from: ref.fromWord, to: ref.fromWord + ref.words };
  if (named) {
    const cues = await plainCues(ctx, named);
    if (isIntact(ref, textsOf(cues, span))) return { version: named, cues, span };
  }
  for (const version of versions.toReversed()) {
    const cues = await plainCues(ctx, version);
    const found = findByChecksum(cues, ref);
    if (found) return { version, cues, span: found };
  }
  return null;
}

/** The version that is read today in place of the quoted one: of the same track, else of its language. */
export function currentVersion(parts: RecordingParts, trackId: string): TrackVersionRow | null {
  const own = publicVersion(parts.versions, trackId);
  if (own) return own;
  const language = parts.texts.find(({ id }) => id === trackId)?.language;
  const reading = parts.reading.find((each) => each.language === language);
  return parts.versions.find(({ id, state }) => id === reading?.versionId && state === 'public') ?? null;
}

/** The first later version in which the words read otherwise: UTC milliseconds of its publication; null: not known. */
export async function changedAt(
  ctx: Ctx,
  parts: RecordingParts,
  quoted: { version: TrackVersionRow; cues: QuotedCue[]; span: Span }
): Promise<number | null> {
  const later = parts.versions.filter(
    ({ trackId, number, publishedAt }) =>
      trackId === quoted.version.trackId && number > quoted.version.number && publishedAt !== null
  );
  for (const version of later) {
    const landing: Landing = land(quoted.cues, quoted.span, await plainCues(ctx, version));
    if (landing.kind === 'changed') return version.publishedAt;
  }
  return null;
}

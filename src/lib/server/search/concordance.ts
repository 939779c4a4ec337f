import { eq, inArray } from 'drizzle-orm';
import { plainText } from '#lib/domain/captions/plain.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import {
  counted,
  excerptsOf,
  inOrder,
  type ConcordanceLine,
  type ConcordanceOrder,
  type Count
} from '#lib/domain/search/concordance.ts';
import type { SearchAddress } from '#lib/domain/search/page-address.ts';
import { may } from '#lib/server/access/index.ts';
import { cueKey } from '#lib/server/captions/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { cues, events, recordings, trackVersions } from '#lib/server/db/schema/index.ts';
import type { AnsweredText } from '#lib/server/search/answer.ts';
import { momentPath } from '#lib/server/search/api.ts';
import { labelsOf } from '#lib/server/search/names.ts';
import { questionOf } from '#lib/server/search/page.ts';
import { searchMoments, type MomentResult, type SearchEngine } from '#lib/server/search/service.ts';
import { formatOfVersion } from '#lib/server/recordings/index.ts';

/** So many passages are read for one view. It is said on the page, and what is beyond is not guessed at. */
export const mostPassages = 5000;
const atOnce = 500;
const idsAtOnce = 500;

export interface Concordance {
  /** All lines, in the order asked for. */
  lines: ConcordanceLine[];
  /** Titles that `source` counts in. */
  sources: string[];
  /** Passages that met the search, and how many of them were read. */
  total: number;
  read: number;
  counts: Record<'events' | 'years' | 'speakers' | 'languages', Count[]>;
  incomplete: boolean;
}

async function passagesOf(ctx: Ctx, engine: SearchEngine, address: SearchAddress) {
  const found: MomentResult[] = [];
  let total = 0;
  let incomplete = false;
  for (let page = 1; found.length < mostPassages; page++) {
    const question = { ...questionOf(address), page, perPage: atOnce, heads: false, facets: false };
    const result = await searchMoments(ctx, engine, question);
    found.push(...result.moments);
    total = result.total;
    incomplete = result.incomplete;
    if (page * atOnce >= total || page * atOnce >= mostPassages) break;
  }
  return { found, total, incomplete };
}

const idsAround = ({ versionId, first, cues: own }: AnsweredText) => ({
  before: first > 0 ? cueKey(versionId, first - 1) : null,
  after: cueKey(versionId, first + own.length)
});

/** The cues just before and after each text, so that a word at the border of a passage has its context too. */
async function wordsAround(ctx: Ctx, texts: readonly AnsweredText[]): Promise<Map<number, string>> {
  const ids = [...new Set(texts.flatMap((text) => Object.values(idsAround(text)).flatMap((id) => id ?? [])))];
  const versionIds = [...new Set(texts.map(({ versionId }) => versionId))];
  const formats = new Map<number, ReturnType<typeof formatOfVersion>>();
  for (let at = 0; at < versionIds.length; at += idsAtOnce) {
    const rows = await ctx.read
      .select({ id: trackVersions.id, format: trackVersions.format })
      .from(trackVersions)
      .where(inArray(trackVersions.id, versionIds.slice(at, at + idsAtOnce)));
    for (const row of rows) formats.set(row.id, formatOfVersion(row));
  }
  const words = new Map<number, string>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const rows = await ctx.read
      .select({ id: cues.id, text: cues.text })
      .from(cues)
      .where(inArray(cues.id, ids.slice(at, at + idsAtOnce)));
    for (const { id, text } of rows) {
      const versionId = Math.floor(id / cueKey(1, 0));
      words.set(id, plainText(text, formats.get(versionId) ?? 'vtt').replaceAll('\n', ' '));
    }
  }
  return words;
}

/** Event of each recording as lists may name it. */
async function eventTitles(ctx: Ctx, locale: Locale, ids: readonly string[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (let at = 0; at < ids.length; at += idsAtOnce) {
    const rows = await ctx.read
      .select({ id: recordings.id, event: events })
      .from(recordings)
      .innerJoin(events, eq(events.id, recordings.eventId))
      .where(inArray(recordings.id, ids.slice(at, at + idsAtOnce)));
    for (const { id, event } of rows) {
      if (may(ctx, 'event:list', event)) titles.set(id, textIn(event.title, locale));
    }
  }
  return titles;
}

/** Every word of a search in its context, with counts. Throws as searchMoments() does. */
export async function getConcordance(
  ctx: Ctx,
  engine: SearchEngine,
  locale: Locale,
  address: SearchAddress,
  order: ConcordanceOrder
): Promise<Concordance> {
  const { found, total, incomplete } = await passagesOf(ctx, engine, address);
  const ids = [...new Set(found.map(({ recordingId }) => recordingId))];
  const matched = found.flatMap(({ texts }) => texts.filter((text) => text.matched));
  const [around, titles, labels] = await Promise.all([
    wordsAround(ctx, matched),
    eventTitles(ctx, locale, ids),
    labelsOf(ctx, ids)
  ]);
  const sources: string[] = [];
  const indexes = new Map<string, number>();
  const lines = found.flatMap((moment): ConcordanceLine[] => {
    const { recording, recordingId } = moment;
    let source = indexes.get(recordingId);
    if (source === undefined) indexes.set(recordingId, (source = sources.push(textIn(recording.title, locale)) - 1));
    const shared = { source, year: recording.date?.slice(0, 4) ?? null };
    return moment.texts
      .filter((text) => text.matched)
      .flatMap((text) => {
        const { before, after } = idsAround(text);
        const words = (id: number | null) => (id === null ? '' : (around.get(id) ?? ''));
        return excerptsOf(text.cues, words(before), words(after)).map(({ cue, ...excerpt }) => {
          const said = text.cues[cue];
          const speaker = said?.speakerId ? (labels.get(recordingId)?.(said.speakerId, text.language) ?? null) : null;
          const startMs = said?.startMs ?? moment.startMs;
          // where the word is said, in the passage in which it stands
          const href = momentPath({ ...moment, startMs }, locale);
          return { ...shared, ...excerpt, speaker, language: text.language, startMs, href };
        });
      });
  });
  const recordingIds = [...indexes.keys()];
  return {
    lines: inOrder(lines, order),
    ...{ sources, total, incomplete },
    read: found.length,
    counts: {
      events: counted(lines.map(({ source }) => titles.get(recordingIds[source] ?? '') ?? null)),
      years: counted(
        lines.map(({ year }) => year),
        true
      ),
      speakers: counted(lines.map(({ speaker }) => speaker)),
      languages: counted(lines.map(({ language }) => language))
    }
  };
}

import { desc, eq } from 'drizzle-orm';
import type { PublicationState } from '#lib/domain/archive/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { isPublishedKind, type RecordKind } from '#lib/domain/records/kinds.ts';
import { missingTranslations, titleOf } from '#lib/domain/records/words.ts';
import { fold } from '#lib/domain/search/tokens.ts';
import { assertCan } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { glossary, revisions, timelineEntries } from '#lib/server/db/schema/index.ts';
import { publishedTables } from '#lib/server/records/objects.ts';
import { readRecord } from '#lib/server/records/read/index.ts';
import { knownTo } from '#lib/server/records/within.ts';

export interface ListedRecord {
  id: string;
  title: string;
  state: PublicationState;
  publishAt: number | null;
  updatedAt: number | null;
  /** An editor's changes wait. */
  waiting: boolean;
  /** Texts that one of the languages lacks. */
  missing: number;
}

export interface ListChoice {
  q: string;
  state: PublicationState | null;
  page: number;
}
export const rowsPerPage = 50;

const plain = (text: string): string => text.split(/\s+/).map(fold).join(' ').toLowerCase();

async function rowsOf(ctx: Ctx, kind: RecordKind) {
  if (!isPublishedKind(kind)) {
    const table = kind === 'timelineEntry' ? timelineEntries : glossary;
    const rows = await ctx.read.select({ id: table.id }).from(table).orderBy(table.position);
    return rows.map(({ id }) => ({ id, state: 'public' as const, publishAt: null, updatedAt: null }));
  }
  const table = publishedTables[kind];
  const { id, state, publishAt, updatedAt } = table;
  return ctx.read.select({ id, state, publishAt, updatedAt }).from(table).orderBy(desc(updatedAt), id);
}

/** What there is of a kind, the last changed first; what was deleted is shown when it is asked for. */
export async function listRecords(ctx: Ctx, kind: RecordKind, choice: ListChoice, locale: Locale) {
  assertCan(ctx, 'archive:see-drafts', null);
  const all = (await rowsOf(ctx, kind)).filter(({ state }) =>
    choice.state ? state === choice.state : state !== 'deleted'
  );
  const rows = await knownTo(ctx, kind, all);
  const latest = await ctx.read
    .select({ id: revisions.objectId, number: revisions.number, appliedAt: revisions.appliedAt })
    .from(revisions)
    .where(eq(revisions.kind, kind))
    .orderBy(revisions.number);
  const waiting = new Map(latest.map((row) => [row.id, row.appliedAt === null]));
  const words = plain(choice.q).split(' ').filter(Boolean);
  const found: ListedRecord[] = [];
  let total = 0;
  for (const row of rows) {
    // without a question only the rows of this page are read
    const shown = total >= choice.page * rowsPerPage && total < (choice.page + 1) * rowsPerPage;
    if (words.length === 0 && !shown) {
      total++;
      continue;
    }
    const record = (await readRecord(ctx.read, kind, row.id)) ?? {};
    const title = titleOf(kind, record, locale);
    if (words.length > 0 && !words.every((word) => plain(title).includes(word))) continue;
    if (total >= choice.page * rowsPerPage && found.length < rowsPerPage) {
      found.push({ ...row, title, waiting: waiting.get(row.id) ?? false, missing: missingTranslations(record).length });
    }
    total++;
  }
  return { rows: found, total };
}

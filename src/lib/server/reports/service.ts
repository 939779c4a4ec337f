import { ownPath } from '#lib/domain/access/own-path.ts';
import { reaches } from '#lib/domain/access/viewer.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { routePath } from '#lib/domain/i18n/paths.ts';
import type { ReportKind, ReportPlace } from '#lib/domain/reports/types.ts';
import { actorOf, assertCan, noteAudit } from '#lib/server/access/index.ts';
import { findBySlug } from '#lib/server/archive/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { missing } from '#lib/server/errors.ts';
import {
  closedReports,
  countOpen,
  findReport,
  insertReport,
  openReports,
  updateReport,
  type ClosedReport,
  type ReportRow
} from '#lib/server/reports/store.ts';

/** First word of an address → what stands there. */
const placeOf: Readonly<Record<string, ReportPlace>> = {
  recordings: 'recording',
  events: 'event',
  people: 'person',
  organizations: 'organization',
  series: 'series',
  pages: 'page'
};

interface Place {
  placeKind: ReportPlace;
  placeId: string | null;
  path: string;
  atMs: number | null;
}

/** What the page is about that somebody came from. An address that is none of ours stands for the whole archive. */
async function placeAt(ctx: Ctx, locale: Locale, from: string): Promise<Place> {
  const path = ownPath(from) ?? `/${locale}`;
  const url = new URL(path, 'https://archive.invalid');
  const seconds = Number(url.searchParams.get('t') ?? Number.NaN);
  const atMs = Number.isFinite(seconds) && seconds >= 0 ? Math.round(seconds * 1000) : null;
  const [, , word = '', slug = ''] = routePath(url.pathname)?.split('/') ?? [];
  const placeKind = placeOf[word];
  const found =
    placeKind && placeKind !== 'archive' && slug
      ? await findBySlug(ctx, placeKind, locale, decodeURIComponent(slug))
      : null;
  return found && placeKind
    ? { placeKind, placeId: found.id, path, atMs }
    : { placeKind: 'archive', placeId: null, path, atMs };
}

export interface NewReport {
  kind: ReportKind;
  words: string;
  replyTo: string;
  locale: Locale;
  /** The address of the page that it speaks of, with `?t=` of the passage. */
  from: string;
}

/** From anybody. Of who sent it no more is kept than what they wrote. */
export async function sendReport(ctx: Ctx, { kind, words, replyTo, locale, from }: NewReport): Promise<void> {
  const place = await placeAt(ctx, locale, from);
  await inTransaction(ctx, (tx) =>
    insertReport(tx, { id: tx.newId(), at: tx.now(), kind, words, locale, replyTo: replyTo || null, ...place })
  );
}

/** Captioners are shown what is about captions; what people ask for themselves is for those who can act on it. */
const isFor = ({ viewer }: Ctx, { kind }: ReportRow): boolean =>
  viewer.kind === 'operator' ||
  (viewer.kind === 'organizer' &&
    (kind === 'captions' || reaches(viewer.role, kind === 'person' ? 'publisher' : 'editor')));

/** The open ones: people who are shown come first, then the oldest. */
export async function inbox(ctx: Ctx): Promise<{ open: ReportRow[]; closed: ClosedReport[] }> {
  assertCan(ctx, 'archive:see-drafts', null);
  const [open, closed] = await Promise.all([openReports(ctx), closedReports(ctx)]);
  return { open: open.filter((row) => isFor(ctx, row)), closed: closed.filter((row) => isFor(ctx, row)) };
}

export async function countInbox(ctx: Ctx): Promise<number> {
  assertCan(ctx, 'archive:see-drafts', null);
  return countOpen(ctx);
}

/** Says what was done about it; an empty outcome is allowed. `open` puts it back. */
export async function closeReport(ctx: Ctx, id: string, outcome: string, open = false): Promise<void> {
  assertCan(ctx, 'archive:see-drafts', null);
  const row = await findReport(ctx, id);
  if (!row || !isFor(ctx, row)) throw missing('report');
  const change = open
    ? { closedAt: null, closedBy: null }
    : { closedAt: ctx.now(), closedBy: actorOf(ctx.viewer), outcome: outcome || null };
  await inTransaction(ctx, async (tx) => {
    await updateReport(tx, id, change);
    await noteAudit(tx, open ? 'report.reopened' : 'report.closed', { kind: 'report', id });
  });
}

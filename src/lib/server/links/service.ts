import { eq, gte, isNotNull } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { actions, linkChecks, resources, sourceDocuments } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { askAddress, isFailure, type Answer, type AskOptions } from '#lib/server/links/ask.ts';
import { isAskable } from '#lib/server/links/guard.ts';

/** From so many failures in a row on, at least a day apart, a link counts as dead. */
const deadAfter = 2;
const dayMs = 86_400_000;

/** Every address outside that actions, resources and sources name, each once. */
export async function outsideLinks(ctx: Ctx): Promise<string[]> {
  const rows = await Promise.all([
    ctx.read.select({ url: actions.url }).from(actions).where(isNotNull(actions.url)),
    ctx.read.select({ url: resources.url }).from(resources).where(isNotNull(resources.url)),
    ctx.read.select({ url: sourceDocuments.url }).from(sourceDocuments).where(isNotNull(sourceDocuments.url))
  ]);
  return [...new Set(rows.flat().flatMap(({ url }) => url ?? []))].filter((url) => /^https?:/i.test(url)).sort();
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** What pages say of dead links: since which day, and where a copy is. */
export async function listDeadLinks(ctx: Ctx): Promise<Record<string, { since: string; archivedUrl: string | null }>> {
  const rows = await ctx.read.select().from(linkChecks).where(gte(linkChecks.failures, deadAfter));
  return Object.fromEntries(
    rows.flatMap(({ url, deadSince, archivedUrl }) =>
      deadSince === null ? [] : [[url, { since: dayOf(deadSince), archivedUrl }]]
    )
  );
}

/** Notes what came. The second failure within a day of the first is the same bad day. */
async function noteAnswer(ctx: Ctx, url: string, answer: Answer): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const [known] = await tx.read.select().from(linkChecks).where(eq(linkChecks.url, url));
    const now = tx.now();
    const failed = isFailure(answer);
    const isSameDay = failed && known?.checkedAt && known.failures > 0 && now - known.checkedAt < dayMs;
    if (isSameDay) return known.failures >= deadAfter;
    const failures = failed ? (known?.failures ?? 0) + 1 : 0;
    const deadSince = failed ? (known?.deadSince ?? now) : null;
    const row = { checkedAt: now, status: 'status' in answer ? answer.status : null, failures, deadSince };
    await tx.write
      .insert(linkChecks)
      .values({ url, ...row })
      .onConflictDoUpdate({ target: linkChecks.url, set: row });
    const isDead = failures >= deadAfter;
    if (isDead !== (known?.failures ?? 0) >= deadAfter) await raiseContentRevision(tx.write);
    return isDead;
  });
}

export interface LinkReport {
  checked: number;
  /** Addresses that failed this time, and those of them that count as dead. */
  failed: { url: string; why: string }[];
  dead: string[];
}

export interface CheckOptions extends AskOptions {
  /** Between one address and the next, so that nobody is bothered. */
  pauseMs?: number;
  onProgress?: (done: number, total: number) => void;
}

/** Asks all addresses outside, one after the other. */
export async function checkLinks(ctx: Ctx, { pauseMs = 1000, onProgress, ...ask }: CheckOptions): Promise<LinkReport> {
  const urls = await outsideLinks(ctx);
  const report: LinkReport = { checked: 0, failed: [], dead: [] };
  for (const [i, url] of urls.entries()) {
    if (i > 0 && pauseMs > 0) await sleep(pauseMs, undefined, { signal: ask.signal });
    const answer = await askAddress(url, ask);
    report.checked++;
    const isDead = await noteAnswer(ctx, url, answer);
    if (isFailure(answer))
      report.failed.push({ url, why: 'failure' in answer ? answer.failure : String(answer.status) });
    if (isDead) report.dead.push(url);
    onProgress?.(i + 1, urls.length);
  }
  return report;
}

/** Names a copy elsewhere; null takes it away. */
export async function nameCopy(ctx: Ctx, url: string, archivedUrl: string | null): Promise<void> {
  if (archivedUrl !== null && !isAskable(archivedUrl)) throw new DomainError('invalid', 'links.bad-copy');
  if (!(await outsideLinks(ctx)).includes(url)) throw new DomainError('missing', 'links.missing');
  await inTransaction(ctx, async (tx) => {
    await tx.write
      .insert(linkChecks)
      .values({ url, archivedUrl })
      .onConflictDoUpdate({ target: linkChecks.url, set: { archivedUrl } });
    await raiseContentRevision(tx.write);
  });
}

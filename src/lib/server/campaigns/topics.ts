import { and, eq } from 'drizzle-orm';
import type { SourceRef } from '#lib/domain/archive/types.ts';
import type { AgreementParty } from '#lib/domain/campaigns/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import { findBySlug, slugsOf, type Slugs } from '#lib/server/archive/index.ts';
import * as store from '#lib/server/campaigns/store.ts';
import type { Ctx } from '#lib/server/context.ts';
import { objectLinks } from '#lib/server/db/schema/index.ts';
import { eventCardsById, type EventCard } from '#lib/server/events/index.ts';

/** A subject that events are tagged with, for example a kind of agreement with its parties. */
export interface Topic {
  id: string;
  slugs: Slugs;
  name: Localized;
  abbreviation: Localized | null;
  alsoKnownAs: { en?: string[]; es?: string[] } | null;
  parties: AgreementParty[];
  noindex: boolean;
  sources: SourceRef[];
}

function topicOf(
  { id, name, abbreviation, alsoKnownAs, parties, noindex, sources }: store.TopicRow,
  slugs: Slugs
): Topic {
  return { id, slugs, name, abbreviation, alsoKnownAs, parties, noindex, sources };
}

export async function listTopics(ctx: Ctx): Promise<Topic[]> {
  const rows = listed(ctx, 'topic:list', await store.allTopics(ctx));
  const slugs = await slugsOf(
    ctx,
    'topic',
    rows.map(({ id }) => id)
  );
  return rows.map((row) => topicOf(row, slugs.get(row.id) ?? { en: row.id, es: row.id }));
}

/** A topic with the events that are tagged with it; null when there is none. Throws when it may not be read. */
export async function getTopic(
  ctx: Ctx,
  locale: Locale,
  slug: string
): Promise<{ topic: Topic; events: EventCard[]; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'topic', locale, slug);
  const row = found && (await store.topicById(ctx, found.id));
  if (!found || !row) return null;
  assertCan(ctx, 'topic:read', row);
  const tagged = await ctx.read
    .select({ id: objectLinks.objectId })
    .from(objectLinks)
    .where(
      and(eq(objectLinks.objectKind, 'event'), eq(objectLinks.relation, 'topic'), eq(objectLinks.targetId, row.id))
    );
  const events = await eventCardsById(
    ctx,
    tagged.map(({ id }) => id)
  );
  const inTime = events.sort((a, b) => (a.sortDate ?? '9999').localeCompare(b.sortDate ?? '9999'));
  return { topic: topicOf(row, found.slugs), events: inTime, moved: found.moved };
}

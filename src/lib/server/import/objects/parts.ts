import { and, asc, eq } from 'drizzle-orm';
import type { ObjectKind } from '#lib/domain/archive/types.ts';
import type { OrganizationRole, PersonRole, StatusChange } from '#lib/domain/events/types.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import {
  eventReplacements,
  objectLinks,
  organizationLinks,
  personLinks,
  site,
  slugs,
  statusChanges
} from '#lib/server/db/schema/index.ts';
import type { Part } from '#lib/server/import/import-object.ts';

export interface SlugPair {
  en: string;
  es: string;
}

/** The current address in each language; former ones stay and lead here. */
export function slugPart(kind: ObjectKind, objectId: string, value: SlugPair, onlyNew: boolean): Part {
  const own = and(eq(slugs.kind, kind), eq(slugs.objectId, objectId));
  return {
    name: 'slug',
    value,
    onlyNew,
    async read(read) {
      const rows = await read
        .select()
        .from(slugs)
        .where(and(own, eq(slugs.isCurrent, true)));
      const slugIn = (locale: string) => rows.find((row) => row.locale === locale)?.slug;
      const [en, es] = [slugIn('en'), slugIn('es')];
      return en && es ? { en, es } : null;
    },
    async write(tx) {
      await tx.write.update(slugs).set({ isCurrent: false }).where(own);
      const rows = locales.map((locale) => ({ kind, locale, slug: value[locale], objectId, createdAt: tx.now() }));
      await tx.write
        .insert(slugs)
        .values(rows)
        .onConflictDoUpdate({ target: [slugs.kind, slugs.locale, slugs.slug], set: { isCurrent: true } });
    }
  };
}

export function peoplePart(kind: ObjectKind, objectId: string, value: { id: string; role: PersonRole }[]): Part {
  const own = and(eq(personLinks.objectKind, kind), eq(personLinks.objectId, objectId));
  return {
    name: 'people',
    value,
    read: (read) =>
      read
        .select({ id: personLinks.personId, role: personLinks.role })
        .from(personLinks)
        .where(own)
        .orderBy(asc(personLinks.position)),
    async write(tx) {
      await tx.write.delete(personLinks).where(own);
      const rows = value.map(({ id, role }, position) => ({
        objectKind: kind,
        objectId,
        personId: id,
        role,
        position
      }));
      if (rows.length > 0) await tx.write.insert(personLinks).values(rows);
    }
  };
}

export function organizationsPart(
  kind: ObjectKind,
  objectId: string,
  value: { id: string; role: OrganizationRole }[]
): Part {
  const own = and(eq(organizationLinks.objectKind, kind), eq(organizationLinks.objectId, objectId));
  return {
    name: 'organizations',
    value,
    read: (read) =>
      read
        .select({ id: organizationLinks.organizationId, role: organizationLinks.role })
        .from(organizationLinks)
        .where(own)
        .orderBy(asc(organizationLinks.position)),
    async write(tx) {
      await tx.write.delete(organizationLinks).where(own);
      const rows = value.map(({ id, role }, position) => ({
        objectKind: kind,
        objectId,
        organizationId: id,
        role,
        position
      }));
      if (rows.length > 0) await tx.write.insert(organizationLinks).values(rows);
    }
  };
}

type Relation = 'topic' | 'image' | 'notice' | 'resource';

export function linksPart(kind: ObjectKind, objectId: string, relation: Relation, value: string[]): Part {
  const own = and(
    eq(objectLinks.objectKind, kind),
    eq(objectLinks.objectId, objectId),
    eq(objectLinks.relation, relation)
  );
  return {
    name: `${relation}s`,
    value,
    async read(read) {
      const rows = await read
        .select({ id: objectLinks.targetId })
        .from(objectLinks)
        .where(own)
        .orderBy(asc(objectLinks.position));
      return rows.map((row) => row.id);
    },
    async write(tx) {
      await tx.write.delete(objectLinks).where(own);
      const rows = value.map((targetId, position) => ({ objectKind: kind, objectId, relation, targetId, position }));
      if (rows.length > 0) await tx.write.insert(objectLinks).values(rows);
    }
  };
}

/** The whole log, in its order. Entries that only grow in number keep the time at which they were recorded. */
export function statusHistoryPart(eventId: string, value: StatusChange[]): Part {
  const own = eq(statusChanges.eventId, eventId);
  return {
    name: 'statusHistory',
    value,
    async read(read) {
      const rows = await read.select().from(statusChanges).where(own).orderBy(asc(statusChanges.position));
      return rows.map((row): StatusChange => ({
        kind: row.kind,
        changed: row.changed,
        previousStart: row.previousStart,
        reason: row.reason,
        note: row.note,
        replacedBy: row.replacedById,
        inferred: row.inferred,
        sources: row.sources
      }));
    },
    async write(tx) {
      const before = await tx.write
        .delete(statusChanges)
        .where(own)
        .returning({ position: statusChanges.position, recordedAt: statusChanges.recordedAt });
      const recorded = new Map(before.map((row) => [row.position, row.recordedAt]));
      const rows = value.map(({ replacedBy, ...entry }, position) => ({
        ...entry,
        eventId,
        position,
        replacedById: replacedBy,
        recordedAt: recorded.get(position) ?? tx.now()
      }));
      if (rows.length > 0) await tx.write.insert(statusChanges).values(rows);
    }
  };
}

export interface Replacement {
  id: string;
  inferred: boolean;
}

/** Pairs of "took the place of", seen from one of its ends. */
export function replacementsPart(eventId: string, end: 'replacedBy' | 'replaces', value: Replacement[]): Part {
  const [mine, other] =
    end === 'replacedBy'
      ? [eventReplacements.eventId, eventReplacements.replacedById]
      : [eventReplacements.replacedById, eventReplacements.eventId];
  return {
    name: end,
    value,
    read: (read) =>
      read
        .select({ id: other, inferred: eventReplacements.inferred })
        .from(eventReplacements)
        .where(eq(mine, eventId))
        .orderBy(asc(other)),
    async write(tx) {
      await tx.write.delete(eventReplacements).where(eq(mine, eventId));
      const rows = value.map(({ id, inferred }) =>
        end === 'replacedBy'
          ? { eventId, replacedById: id, inferred }
          : { eventId: id, replacedById: eventId, inferred }
      );
      if (rows.length > 0) await tx.write.insert(eventReplacements).values(rows);
    }
  };
}

/** One group of the site's vocabulary: each is imported and compared for itself. */
export function vocabularyPart(group: string, value: Record<string, { en?: string; es?: string }>): Part {
  const own = eq(site.id, 'site');
  return {
    name: `vocabulary.${group}`,
    value,
    async read(read) {
      const [row] = await read.select({ vocabulary: site.vocabulary }).from(site).where(own);
      return row?.vocabulary?.[group] ?? null;
    },
    async write(tx) {
      const [row] = await tx.write.select({ vocabulary: site.vocabulary }).from(site).where(own);
      await tx.write
        .update(site)
        .set({ vocabulary: { ...row?.vocabulary, [group]: value } })
        .where(own);
    }
  };
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import type { ObjectKind, Rights, SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { may } from '#lib/server/access/index.ts';
import { slugsOf, type Slugs } from '#lib/server/archive/slugs.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
  images,
  imageVariants,
  notices,
  objectLinks,
  organizations,
  resources,
  topics
} from '#lib/server/db/schema/index.ts';

/** One size of a picture in one format. */
export interface PictureForm {
  format: 'avif' | 'webp' | 'jpeg';
  width: number;
  fileKey: string;
}

/** A picture, or the description of one whose file is missing. */
export interface Picture {
  id: string;
  fileKey: string | null;
  alt: Localized;
  textInImage: Localized | null;
  /** Who made it, as far as the source says; a short name is the same in both languages. */
  credit: Localized | null;
  rights: Rights | null;
  width: number | null;
  height: number | null;
  /** The narrowest first; none for pictures that came with an import. */
  forms: PictureForm[];
}

export interface TopicLink {
  id: string;
  slugs: Slugs;
  name: Localized;
}

export interface Resource {
  id: string;
  title: Localized;
  url: string | null;
  language: string | null;
  organizationId: string | null;
  sources: SourceRef[];
}

type Relation = 'topic' | 'image' | 'notice' | 'resource';

async function targetsOf(ctx: Ctx, kind: ObjectKind, id: string, relation: Relation): Promise<string[]> {
  const rows = await ctx.read
    .select({ targetId: objectLinks.targetId })
    .from(objectLinks)
    .where(and(eq(objectLinks.objectKind, kind), eq(objectLinks.objectId, id), eq(objectLinks.relation, relation)))
    .orderBy(asc(objectLinks.position));
  return rows.map(({ targetId }) => targetId);
}

/** Rows in the order of the ids; ids without a row are left out. */
function inOrder<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function picturesOf(ctx: Ctx, kind: ObjectKind, id: string): Promise<Picture[]> {
  return picturesById(ctx, await targetsOf(ctx, kind, id, 'image'));
}

async function formsOf({ read }: Ctx, ids: readonly string[]): Promise<Map<string, PictureForm[]>> {
  const { imageId, width } = imageVariants;
  const rows = await read
    .select()
    .from(imageVariants)
    .where(inArray(imageId, [...ids]))
    .orderBy(asc(width));
  const forms = new Map<string, PictureForm[]>();
  for (const { imageId: id, format, width, fileKey } of rows) {
    if (format !== 'original') forms.set(id, [...(forms.get(id) ?? []), { format, width, fileKey }]);
  }
  return forms;
}

export async function picturesById(ctx: Ctx, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.read
    .select({ image: images, creditedTo: organizations.shortName })
    .from(images)
    .leftJoin(organizations, eq(organizations.id, images.creditOrganizationId))
    .where(inArray(images.id, [...ids]));
  const visible = rows.filter(({ image }) => may(ctx, 'image:read', image));
  const forms = await formsOf(ctx, ids);
  return inOrder(
    ids,
    visible.map(({ image, creditedTo }) => ({
      id: image.id,
      fileKey: image.fileKey,
      alt: image.alt,
      textInImage: image.textInImage,
      credit: image.credit ?? (creditedTo ? { en: creditedTo, es: creditedTo } : null),
      rights: image.rights,
      width: image.width,
      height: image.height,
      forms: forms.get(image.id) ?? []
    }))
  );
}

export async function topicsOf(ctx: Ctx, kind: ObjectKind, id: string): Promise<TopicLink[]> {
  const ids = await targetsOf(ctx, kind, id, 'topic');
  if (ids.length === 0) return [];
  const rows = (await ctx.read.select().from(topics).where(inArray(topics.id, ids))).filter((topic) =>
    may(ctx, 'topic:list', topic)
  );
  const addresses = await slugsOf(
    ctx,
    'topic',
    rows.map((row) => row.id)
  );
  return inOrder(ids, rows).map(({ id: topicId, name }) => ({
    id: topicId,
    name,
    slugs: addresses.get(topicId) ?? { en: topicId, es: topicId }
  }));
}

export async function resourcesOf(ctx: Ctx, kind: ObjectKind, id: string): Promise<Resource[]> {
  const ids = await targetsOf(ctx, kind, id, 'resource');
  if (ids.length === 0) return [];
  return inOrder(ids, await ctx.read.select().from(resources).where(inArray(resources.id, ids)));
}

/** Standing remarks for a kind of page ("home", "campaign", "timeline" …), and those that an object names itself. */
export async function noticesFor(ctx: Ctx, place: string, of?: { kind: ObjectKind; id: string }): Promise<Localized[]> {
  const named = of ? await targetsOf(ctx, of.kind, of.id, 'notice') : [];
  const rows = await ctx.read.select().from(notices).orderBy(asc(notices.id));
  return rows.filter(({ id, places }) => places.includes(place) || named.includes(id)).map(({ text }) => text);
}

/** Every picture that the archive knows of, with or without a file. */
export const listImageIds = async (ctx: Ctx): Promise<string[]> =>
  (await ctx.read.select({ id: images.id }).from(images).orderBy(asc(images.id))).map(({ id }) => id);

import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#lib/server/context.ts';
import {
  events,
  images,
  objectLinks,
  organizationLinks,
  people,
  personLinks,
  recordings,
  recordingSpeakers
} from '#lib/server/db/schema/index.ts';
import { OperatorProblem } from '#lib/server/errors.ts';
import type { Scope } from '#lib/server/bag/tables.ts';

const some = (values: (string | null)[]): string[] => values.filter((value) => value !== null);

/** An event, its recordings, and who and what is named with them. */
export async function scopeOfEvent({ read }: Ctx, eventId: string): Promise<NonNullable<Scope>> {
  const [event] = await read.select().from(events).where(eq(events.id, eventId));
  if (!event)
    throw new OperatorProblem(`There is no event ${eventId}. Ids of events stand in the archive’s API: /api/v1/events`);
  const heard = await read.select({ id: recordings.id }).from(recordings).where(eq(recordings.eventId, eventId));
  const owners = [eventId, ...heard.map(({ id }) => id), ...some([event.seriesId])];
  const [credits, speakers, organizations, links] = await Promise.all([
    read.select().from(personLinks).where(inArray(personLinks.objectId, owners)),
    read.select().from(recordingSpeakers).where(inArray(recordingSpeakers.recordingId, owners)),
    read.select().from(organizationLinks).where(inArray(organizationLinks.objectId, owners)),
    read.select().from(objectLinks).where(inArray(objectLinks.objectId, owners))
  ]);
  const personIds = [...credits.map(({ personId }) => personId), ...some(speakers.map(({ personId }) => personId))];
  const named = await read.select().from(people).where(inArray(people.id, personIds));
  return new Set([
    ...owners,
    ...personIds,
    ...organizations.map(({ organizationId }) => organizationId),
    ...links.map(({ targetId }) => targetId),
    ...some([event.flyerImageId]),
    ...some(
      named.flatMap(({ organizationId, institutionId, portraitImageId }) => [
        organizationId,
        institutionId,
        portraitImageId
      ])
    )
  ]);
}

/** Keys of the files that belong to these objects' pictures; those of recordings are found by their renditions. */
export async function imageKeys({ read }: Ctx, scope: NonNullable<Scope>): Promise<string[]> {
  const rows = await read
    .select({ key: images.fileKey })
    .from(images)
    .where(and(inArray(images.id, [...scope])));
  return some(rows.map(({ key }) => key));
}

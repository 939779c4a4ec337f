import type { Role } from '#lib/domain/access/viewer.ts';
import { organizers } from '#lib/server/db/schema/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { testNow, type TestArchive } from './factories.ts';

/** Somebody who is signed in: a real row, so that what refers to it may. */
export async function insertOrganizer(archive: TestArchive, role: Role, id = `${role}-1`): Promise<Ctx> {
  const row = { id, role, email: `${id}@example.org`, name: id, createdAt: testNow };
  await archive.ctx.db.write((tx) => tx.insert(organizers).values(row));
  return archive.as({ kind: 'organizer', userId: id, role });
}

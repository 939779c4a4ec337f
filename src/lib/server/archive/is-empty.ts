import type { Ctx } from '#lib/server/context.ts';
import { events, pages, recordings, site } from '#lib/server/db/schema/index.ts';

/** True until something was imported or made: then visitors are told how to begin. */
export async function isArchiveEmpty({ read }: Ctx): Promise<boolean> {
  for (const table of [site, events, recordings, pages]) {
    const rows = await read.select({ id: table.id }).from(table).limit(1);
    if (rows.length > 0) return false;
  }
  return true;
}

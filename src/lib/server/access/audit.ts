import type { Viewer } from '#lib/domain/access/viewer.ts';
import type { Tx } from '#lib/server/context.ts';
import { audit } from '#lib/server/db/schema/index.ts';

/** Who it was, as the log keeps it: an organizer's id, the name of a command or job, or `visitor`. */
export const actorOf = (viewer: Viewer): string =>
  viewer.kind === 'organizer' ? viewer.userId : viewer.kind === 'operator' ? viewer.name : 'visitor';

export interface AuditObject {
  kind: string;
  id: string;
}

/** Writes into the log who did what, in the transaction that does it. `data` is shown to organizers: no secrets. */
export async function noteAudit(
  tx: Tx,
  action: string,
  object: AuditObject | null = null,
  data: object | null = null
): Promise<void> {
  await tx.write.insert(audit).values({
    ...{ id: tx.newId(), at: tx.now(), actor: actorOf(tx.viewer), action, data },
    ...{ objectKind: object?.kind ?? null, objectId: object?.id ?? null }
  });
}

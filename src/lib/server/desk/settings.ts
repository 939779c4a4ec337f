import type { Localized } from '#lib/domain/i18n/localized.ts';
import { assertCan, noteAudit } from '#lib/server/access/index.ts';
import { describeSite, type SiteChange } from '#lib/server/archive/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';

/** Empty texts are none. */
const orNull = (text: Localized): Localized | null => {
  const kept = Object.fromEntries(Object.entries(text).filter(([, words]) => words !== ''));
  return Object.keys(kept).length > 0 ? kept : null;
};

export interface Settings {
  title: Localized;
  shortTitle: Localized;
  tagline: Localized;
  description: Localized;
  license: Localized;
  contact: Localized;
  responsibleBody: Localized;
  contactEmail: string;
  textsReviewed: boolean;
}

/** What the archive says of itself. The log keeps which texts were changed, not the texts. */
export async function saveSettings(ctx: Ctx, settings: Settings): Promise<void> {
  assertCan(ctx, 'archive:change-settings', null);
  const { title, shortTitle, tagline, description, license, contact, responsibleBody, ...rest } = settings;
  const change: SiteChange = {
    ...{ title, shortTitle, textsReviewed: rest.textsReviewed, contactEmail: rest.contactEmail || null },
    ...{ tagline: orNull(tagline), description: orNull(description), license: orNull(license) },
    ...{ contact: orNull(contact), responsibleBody: orNull(responsibleBody) }
  };
  await inTransaction(ctx, async (tx) => {
    await describeSite(tx, change);
    await noteAudit(tx, 'archive.settings', { kind: 'archive', id: 'site' });
  });
}

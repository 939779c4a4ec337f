import type { ArchiveDate, Figure, SourceRef, TitleOrigin } from '#lib/domain/archive/types.ts';
import {
  actionKinds,
  actionStates,
  chambers,
  type AgreementParty,
  type CampaignPeriod,
  type LetterAdvice,
  type LetterPlaceholder,
  type LetterVersion,
  type PageSection
} from '#lib/domain/campaigns/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { checkOneOf, count, flag, json, oneOf, table, text } from '#lib/server/db/columns.ts';
import { objectColumns } from '#lib/server/db/schema/objects.ts';

export const campaigns = table('campaigns', {
  ...objectColumns(),
  title: json<Localized>().notNull(),
  titleOrigin: json<TitleOrigin>(),
  slogan: json<Localized>(),
  summary: json<Localized>(),
  call: json<Localized>(),
  commitment: json<Localized>(),
  /** What the campaign holds, in the archive's words. */
  stance: json<Localized>(),
  period: json<CampaignPeriod>(),
  campaignState: oneOf(actionStates).notNull()
});

export const demands = table('demands', {
  id: text().primaryKey(),
  campaignId: text().notNull(),
  position: count().notNull(),
  title: json<Localized>().notNull(),
  text: json<Localized>().notNull(),
  /** Institution ids. */
  addressedTo: json<string[]>().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});

export const targets = table('targets', {
  id: text().primaryKey(),
  campaignId: text().notNull(),
  position: count().notNull(),
  institutionId: text().notNull(),
  chamber: oneOf(chambers),
  /** Null: the list is missing in the source. */
  members: json<string[]>(),
  demandIds: json<string[]>().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});

export const actions = table(
  'actions',
  {
    ...objectColumns(),
    campaignId: text().notNull(),
    position: count().notNull(),
    kind: oneOf(actionKinds).notNull(),
    title: json<Localized>().notNull(),
    text: json<Localized>().notNull(),
    platformOrganizationId: text(),
    /** Null: not confirmed, so there is no button. */
    url: text(),
    email: text(),
    letterTemplateId: text(),
    actionState: oneOf(actionStates).notNull(),
    closedOn: json<ArchiveDate>(),
    signatures: json<Figure>(),
    /** Does the archive hold the names of those who signed? */
    namesHeld: flag(),
    fullText: json<Localized>(),
    outcome: json<Localized>(),
    outcomeEventId: text()
  },
  (t) => [
    checkOneOf('actions_kind', t.kind, actionKinds),
    checkOneOf('actions_action_state', t.actionState, actionStates)
  ]
);

export const talkingPoints = table('talking_points', {
  id: text().primaryKey(),
  campaignId: text().notNull(),
  position: count().notNull(),
  text: json<Localized>().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});

export const letterTemplates = table('letter_templates', {
  id: text().primaryKey(),
  campaignId: text().notNull(),
  title: json<Localized>().notNull(),
  factsAsOf: text(),
  checkBeforeUse: flag().notNull().default(true),
  advice: json<LetterAdvice[]>().notNull(),
  placeholders: json<LetterPlaceholder[]>().notNull(),
  versions: json<LetterVersion[]>().notNull(),
  sources: json<SourceRef[]>().notNull().default([])
});

/** A subject that events and recordings are tagged with, for example an agreement. */
export const topics = table('topics', {
  ...objectColumns(),
  name: json<Localized>().notNull(),
  abbreviation: json<Localized>(),
  alsoKnownAs: json<{ en?: string[]; es?: string[] }>(),
  parties: json<AgreementParty[]>().notNull().default([])
});

export const pages = table('pages', {
  ...objectColumns(),
  title: json<Localized>().notNull(),
  /** The page describes the site itself: each sentence must be true of it as it runs. */
  checkAgainstSite: flag().notNull().default(false),
  sections: json<PageSection[]>().notNull()
});

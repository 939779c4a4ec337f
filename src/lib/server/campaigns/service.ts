import type { ArchiveDate, Figure, SourceRef, TitleOrigin } from '#lib/domain/archive/types.ts';
import type { ActionKind, ActionState, CampaignPeriod } from '#lib/domain/campaigns/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import { findBySlug, noticesFor, resourcesOf, slugsOf, type Resource, type Slugs } from '#lib/server/archive/index.ts';
import * as store from '#lib/server/campaigns/store.ts';
import type { Ctx } from '#lib/server/context.ts';
import { eventCardsById, type EventCard } from '#lib/server/events/index.ts';
import {
  listInstitutions,
  organizationsByIds,
  sponsorsOf,
  type Institution,
  type OrganizationCard,
  type Sponsor
} from '#lib/server/organizations/index.ts';

export interface Demand {
  id: string;
  title: Localized;
  text: Localized;
  addressedTo: Institution[];
  sources: SourceRef[];
}

export interface Target {
  id: string;
  institution: Institution | null;
  chamber: 'house' | 'senate' | 'both' | null;
  /** Null: the list is missing in the source. */
  members: string[] | null;
  demands: Demand[];
  sources: SourceRef[];
}

export interface ActionCard {
  id: string;
  slugs: Slugs;
  kind: ActionKind;
  title: Localized;
  text: Localized;
  state: ActionState;
  /** Null: not confirmed, so there is no button. */
  url: string | null;
  email: string | null;
  signatures: Figure | null;
  outcome: Localized | null;
}

export interface ActionPage extends ActionCard {
  platform: OrganizationCard | null;
  letter: store.LetterRow | null;
  closedOn: ArchiveDate | null;
  namesHeld: boolean | null;
  fullText: Localized | null;
  outcomeEvent: EventCard | null;
  resources: Resource[];
  talkingPoints: store.TalkingPointRow[];
  notices: Localized[];
  noindex: boolean;
  sources: SourceRef[];
}

export interface CampaignPage {
  id: string;
  title: Localized;
  titleOrigin: TitleOrigin | null;
  slogan: Localized | null;
  summary: Localized | null;
  call: Localized | null;
  commitment: Localized | null;
  stance: Localized | null;
  period: CampaignPeriod | null;
  state: ActionState;
  demands: Demand[];
  targets: Target[];
  actions: ActionCard[];
  talkingPoints: store.TalkingPointRow[];
  sponsors: Sponsor[];
  noindex: boolean;
  sources: SourceRef[];
}

function actionCard(row: store.ActionRow, slugs: Slugs): ActionCard {
  const { id, kind, title, text, actionState, url, email, signatures, outcome } = row;
  return { id, slugs, kind, title, text, state: actionState, url, email, signatures, outcome };
}

async function actionCards(ctx: Ctx, rows: store.ActionRow[]): Promise<ActionCard[]> {
  const open = listed(ctx, 'action:list', rows);
  const slugs = await slugsOf(
    ctx,
    'action',
    open.map(({ id }) => id)
  );
  return open.map((row) => actionCard(row, slugs.get(row.id) ?? { en: row.id, es: row.id }));
}

/** All actions of all campaigns that may be named, in their order. */
export const listActions = async (ctx: Ctx): Promise<ActionCard[]> => actionCards(ctx, await store.allActions(ctx));

async function demandsOf(ctx: Ctx, campaignId: string, institutions: Institution[]): Promise<Demand[]> {
  return (await store.demandsOf(ctx, campaignId)).map(({ id, title, text, addressedTo, sources }) => ({
    ...{ id, title, text, sources },
    addressedTo: addressedTo.flatMap((to) => institutions.find((one) => one.id === to) ?? [])
  }));
}

async function pageOf(ctx: Ctx, row: store.CampaignRow): Promise<CampaignPage> {
  const institutions = await listInstitutions(ctx);
  const demands = await demandsOf(ctx, row.id, institutions);
  const targets = (await store.targetsOf(ctx, row.id)).map(
    ({ id, institutionId, chamber, members, demandIds, sources }): Target => ({
      ...{ id, chamber, members, sources },
      institution: institutions.find((one) => one.id === institutionId) ?? null,
      demands: demands.filter((demand) => demandIds.includes(demand.id))
    })
  );
  const { id, title, titleOrigin, slogan, summary, call, commitment, stance, period, noindex, sources } = row;
  return {
    ...{ id, title, titleOrigin, slogan, summary, call, commitment, stance, period, noindex, sources },
    ...{ state: row.campaignState, demands, targets },
    actions: await actionCards(ctx, await store.actionsOf(ctx, row.id)),
    talkingPoints: await store.talkingPointsOf(ctx, row.id),
    sponsors: await sponsorsOf(ctx, 'campaign', row.id)
  };
}

/** Every campaign that lists may name, the oldest first. Most archives have one. */
export async function listCampaigns(ctx: Ctx): Promise<CampaignPage[]> {
  const rows = listed(ctx, 'campaign:list', await store.allCampaigns(ctx));
  return Promise.all(rows.map((row) => pageOf(ctx, row)));
}

/** An action's page; null when there is none. Throws when it may not be read. */
export async function getAction(
  ctx: Ctx,
  locale: Locale,
  slug: string
): Promise<{ action: ActionPage; moved: boolean } | null> {
  const found = await findBySlug(ctx, 'action', locale, slug);
  const row = found && (await store.actionById(ctx, found.id));
  if (!found || !row) return null;
  assertCan(ctx, 'action:read', row);
  const [platform = null] = row.platformOrganizationId
    ? await organizationsByIds(ctx, [row.platformOrganizationId])
    : [];
  const [outcomeEvent = null] = row.outcomeEventId ? await eventCardsById(ctx, [row.outcomeEventId]) : [];
  const { closedOn, namesHeld, fullText, noindex, sources } = row;
  const action: ActionPage = {
    ...actionCard(row, found.slugs),
    ...{ closedOn, namesHeld, fullText, noindex, sources, platform, outcomeEvent },
    letter: row.letterTemplateId ? await store.letterById(ctx, row.letterTemplateId) : null,
    resources: await resourcesOf(ctx, 'action', row.id),
    talkingPoints: await store.talkingPointsOf(ctx, row.campaignId),
    notices: await noticesFor(ctx, 'action', { kind: 'action', id: row.id })
  };
  return { action, moved: found.moved };
}

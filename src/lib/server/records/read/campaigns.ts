import { asc, eq } from 'drizzle-orm';
import type { Queries } from '#lib/server/db/open.ts';
import {
  actions,
  campaigns,
  demands,
  letterTemplates,
  pages,
  talkingPoints,
  targets
} from '#lib/server/db/schema/index.ts';
import { linksOf } from '#lib/server/records/read/links.ts';
import { dateOf, figureOf, sourceOf } from '#lib/server/records/read/values.ts';

async function partsOf(read: Queries, campaignId: string) {
  const [demandRows, targetRows, pointRows, letterRows] = await Promise.all([
    read.select().from(demands).where(eq(demands.campaignId, campaignId)).orderBy(asc(demands.position)),
    read.select().from(targets).where(eq(targets.campaignId, campaignId)).orderBy(asc(targets.position)),
    read
      .select()
      .from(talkingPoints)
      .where(eq(talkingPoints.campaignId, campaignId))
      .orderBy(asc(talkingPoints.position)),
    read
      .select()
      .from(letterTemplates)
      .where(eq(letterTemplates.campaignId, campaignId))
      .orderBy(asc(letterTemplates.id))
  ]);
  return {
    demands: demandRows.map(({ id, position, title, text, addressedTo, sources }) => ({
      ...{ id, order: position, title, text, addressedTo },
      source: sourceOf(sources)
    })),
    targets: targetRows.map(({ id, institutionId, chamber, members, demandIds, sources }) => ({
      ...{ id, institution: institutionId, chamber, members, demands: demandIds },
      source: sourceOf(sources)
    })),
    talkingPoints: pointRows.map(({ id, text, sources }) => ({ id, text, source: sourceOf(sources) })),
    letterTemplates: letterRows.map(
      ({ id, title, factsAsOf, checkBeforeUse, advice, placeholders, versions, sources }) => ({
        ...{ id, title, factsAsOf, checkBeforeUse, advice, placeholders, versions },
        source: sourceOf(sources)
      })
    )
  };
}

export async function readCampaign(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(campaigns).where(eq(campaigns.id, id));
  if (!row) return null;
  const { slug, people, organizations, topics, notices } = await linksOf(read, 'campaign', id);
  const { title, titleOrigin, slogan, summary, call, commitment, stance, period, campaignState, rights, sources } = row;
  return {
    ...{ id, slug, title, titleOrigin, slogan, summary, call, commitment, stance, rights },
    ...{ people, organizations, topics, notices },
    period: period && {
      start: period.start && dateOf(period.start),
      end: period.end && dateOf(period.end),
      label: period.label
    },
    state: campaignState,
    ...(await partsOf(read, id)),
    source: sourceOf(sources)
  };
}

export async function readAction(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(actions).where(eq(actions.id, id));
  if (!row) return null;
  const { slug, resources, notices } = await linksOf(read, 'action', id);
  const { campaignId, position, kind, title, text, url, email, actionState, namesHeld, fullText, outcome, rights } =
    row;
  return {
    ...{ id, slug, kind, title, text, url, email, namesHeld, fullText, outcome, rights, resources, notices },
    campaign: campaignId,
    order: position,
    platformOrganization: row.platformOrganizationId,
    letterTemplate: row.letterTemplateId,
    state: actionState,
    closedOn: row.closedOn && dateOf(row.closedOn),
    signatures: row.signatures && figureOf(row.signatures),
    outcomeEvent: row.outcomeEventId,
    source: sourceOf(row.sources)
  };
}

export async function readPage(read: Queries, id: string): Promise<unknown> {
  const [row] = await read.select().from(pages).where(eq(pages.id, id));
  if (!row) return null;
  const { slug, notices } = await linksOf(read, 'page', id);
  const { title, checkAgainstSite, sections, rights, sources } = row;
  return {
    ...{ id, slug, title, checkAgainstSite, notices, rights },
    sections: sections.map(({ id: key, heading, body, show, sources: own }) => ({
      ...{ id: key, heading, body, show },
      source: sourceOf(own)
    })),
    source: sourceOf(sources)
  };
}

import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#lib/server/context.ts';
import {
  actions,
  campaigns,
  demands,
  letterTemplates,
  talkingPoints,
  targets,
  topics
} from '#lib/server/db/schema/index.ts';

export type CampaignRow = typeof campaigns.$inferSelect;
export type ActionRow = typeof actions.$inferSelect;
export type DemandRow = typeof demands.$inferSelect;
export type TargetRow = typeof targets.$inferSelect;
export type TalkingPointRow = typeof talkingPoints.$inferSelect;
export type LetterRow = typeof letterTemplates.$inferSelect;
export type TopicRow = typeof topics.$inferSelect;

export const allCampaigns = (ctx: Ctx): Promise<CampaignRow[]> =>
  ctx.read.select().from(campaigns).orderBy(asc(campaigns.createdAt), asc(campaigns.id));

export const demandsOf = (ctx: Ctx, campaignId: string): Promise<DemandRow[]> =>
  ctx.read.select().from(demands).where(eq(demands.campaignId, campaignId)).orderBy(asc(demands.position));

export const targetsOf = (ctx: Ctx, campaignId: string): Promise<TargetRow[]> =>
  ctx.read.select().from(targets).where(eq(targets.campaignId, campaignId)).orderBy(asc(targets.position));

export const actionsOf = (ctx: Ctx, campaignId: string): Promise<ActionRow[]> =>
  ctx.read.select().from(actions).where(eq(actions.campaignId, campaignId)).orderBy(asc(actions.position));

export const allActions = (ctx: Ctx): Promise<ActionRow[]> =>
  ctx.read.select().from(actions).orderBy(asc(actions.campaignId), asc(actions.position));

export async function actionById(ctx: Ctx, id: string): Promise<ActionRow | null> {
  const [row] = await ctx.read.select().from(actions).where(eq(actions.id, id));
  return row ?? null;
}

export const talkingPointsOf = (ctx: Ctx, campaignId: string): Promise<TalkingPointRow[]> =>
  ctx.read
    .select()
    .from(talkingPoints)
    .where(eq(talkingPoints.campaignId, campaignId))
    .orderBy(asc(talkingPoints.position));

export async function letterById(ctx: Ctx, id: string): Promise<LetterRow | null> {
  const [row] = await ctx.read.select().from(letterTemplates).where(eq(letterTemplates.id, id));
  return row ?? null;
}

export const allTopics = (ctx: Ctx): Promise<TopicRow[]> => ctx.read.select().from(topics).orderBy(asc(topics.id));

export async function topicById(ctx: Ctx, id: string): Promise<TopicRow | null> {
  const [row] = await ctx.read.select().from(topics).where(eq(topics.id, id));
  return row ?? null;
}

export { getAction, listActions, listCampaigns } from '#lib/server/campaigns/service.ts';
export type { ActionCard, ActionPage, CampaignPage, Demand, Target } from '#lib/server/campaigns/service.ts';
export { getTopic, listTopics } from '#lib/server/campaigns/topics.ts';
export type { Topic } from '#lib/server/campaigns/topics.ts';
export { letterDataOf, letterText } from '#lib/server/campaigns/letter.ts';

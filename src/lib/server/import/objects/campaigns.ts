import {
  actions,
  campaigns,
  demands,
  letterTemplates,
  pages,
  resources,
  talkingPoints,
  targets
} from '#lib/server/db/schema/index.ts';
import type { Collected, Lists, Place } from '#lib/server/import/collect.ts';
import type { ImportObject } from '#lib/server/import/import-object.ts';
import { plainObject, publishedObject, type Mapping } from '#lib/server/import/objects/context.ts';
import { linksPart, organizationsPart, peoplePart } from '#lib/server/import/objects/parts.ts';
import { dateOf, mapped, rightsOf } from '#lib/server/import/objects/values.ts';

type Insert<T extends { $inferInsert: unknown }> = Partial<T['$inferInsert']>;
type CampaignEntry = Collected<'campaigns'>['entry'];
type ActionEntry = NonNullable<CampaignEntry['actions']>[number];
type LetterEntry = NonNullable<CampaignEntry['letterTemplates']>[number];

function campaignObject(mapping: Mapping, entry: CampaignEntry, place: Place): ImportObject {
  const columns = {
    title: entry.title,
    titleOrigin: entry.titleOrigin,
    slogan: entry.slogan,
    summary: entry.summary,
    call: entry.call,
    commitment: entry.commitment,
    stance: entry.stance,
    period: mapped(entry.period, ({ start, end, label }) => ({
      start: start ? dateOf(start) : null,
      end: end ? dateOf(end) : null,
      label: label ?? null
    })),
    campaignState: entry.state,
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof campaigns>;
  const { id, slug } = entry;
  const parts = [
    ...(entry.people ? [peoplePart('campaign', id, entry.people)] : []),
    ...(entry.organizations ? [organizationsPart('campaign', id, entry.organizations)] : []),
    ...(entry.topics ? [linksPart('campaign', id, 'topic', entry.topics)] : []),
    ...(entry.notices ? [linksPart('campaign', id, 'notice', entry.notices)] : [])
  ];
  return publishedObject(mapping, { kind: 'campaign', id, place, table: campaigns, columns, parts, slug });
}

export function actionObject(
  mapping: Mapping,
  entry: ActionEntry,
  campaignId: string,
  index: number,
  place: Place
): ImportObject {
  const columns = {
    campaignId,
    position: entry.order ?? index + 1,
    kind: entry.kind,
    title: entry.title,
    text: entry.text,
    platformOrganizationId: entry.platformOrganization,
    url: entry.url,
    email: entry.email,
    letterTemplateId: entry.letterTemplate,
    actionState: entry.state,
    closedOn: mapped(entry.closedOn, dateOf),
    signatures: mapped(entry.signatures, (figure) => mapping.sources.figure(figure, 'signatures')),
    namesHeld: entry.namesHeld,
    fullText: entry.fullText,
    outcome: entry.outcome,
    outcomeEventId: entry.outcomeEvent,
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof actions>;
  const { id, slug } = entry;
  const parts = [
    ...(entry.resources ? [linksPart('action', id, 'resource', entry.resources)] : []),
    ...(entry.notices ? [linksPart('action', id, 'notice', entry.notices)] : [])
  ];
  return publishedObject(mapping, { kind: 'action', id, place, table: actions, columns, parts, slug });
}

function letterObject(mapping: Mapping, entry: LetterEntry, campaignId: string, place: Place): ImportObject {
  const columns = {
    campaignId,
    title: entry.title,
    factsAsOf: entry.factsAsOf,
    checkBeforeUse: entry.checkBeforeUse,
    advice: entry.advice ?? [],
    placeholders: (entry.placeholders ?? []).map((each) => ({ ...each, private: each.private ?? false })),
    versions: entry.versions,
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof letterTemplates>;
  return plainObject({ kind: 'letterTemplate', id: entry.id, place, table: letterTemplates, columns });
}

export function wholeCampaign(mapping: Mapping, { entry, place }: Collected<'campaigns'>): ImportObject[] {
  const { sources } = mapping;
  const campaignId = entry.id;
  const demandObjects = (entry.demands ?? []).map((each, index) => {
    const { id, order, source, ...rest } = each;
    const columns = { ...rest, campaignId, position: order ?? index + 1, sources: sources.refs(source) };
    return plainObject({ kind: 'demand', id, place, table: demands, columns });
  });
  const targetObjects = (entry.targets ?? []).map((each, index) => {
    const columns = {
      campaignId,
      position: index + 1,
      institutionId: each.institution,
      chamber: each.chamber,
      members: each.members,
      demandIds: each.demands,
      sources: sources.refs(each.source)
    } satisfies Insert<typeof targets>;
    return plainObject({ kind: 'target', id: each.id, place, table: targets, columns });
  });
  const pointObjects = (entry.talkingPoints ?? []).map(({ id, text, source }, index) => {
    const columns = { campaignId, position: index + 1, text, sources: sources.refs(source) };
    return plainObject({ kind: 'talkingPoint', id, place, table: talkingPoints, columns });
  });
  return [
    campaignObject(mapping, entry, place),
    ...demandObjects,
    ...targetObjects,
    ...(entry.actions ?? []).map((each, index) => actionObject(mapping, each, campaignId, index, place)),
    ...pointObjects,
    ...(entry.letterTemplates ?? []).map((each) => letterObject(mapping, each, campaignId, place))
  ];
}

export function pageObject(mapping: Mapping, { entry, place }: Collected<'pages'>): ImportObject {
  const columns = {
    title: entry.title,
    checkAgainstSite: entry.checkAgainstSite,
    sections: entry.sections.map(({ id, heading, body, show, source }) => ({
      id,
      heading,
      body,
      show: show ?? null,
      sources: mapping.sources.refs(source) ?? []
    })),
    rights: rightsOf(entry.rights),
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof pages>;
  const { id, slug } = entry;
  const parts = entry.notices ? [linksPart('page', id, 'notice', entry.notices)] : [];
  return publishedObject(mapping, { kind: 'page', id, place, table: pages, columns, parts, slug });
}

function resourceObject(mapping: Mapping, { entry, place }: Collected<'resources'>, position: number): ImportObject {
  const columns = {
    position,
    organizationId: entry.organization,
    title: entry.title,
    titleOrigin: entry.titleOrigin,
    language: entry.language,
    url: entry.url,
    sources: mapping.sources.refs(entry.source)
  } satisfies Insert<typeof resources>;
  return plainObject({ kind: 'resource', id: entry.id, place, table: resources, columns });
}

export function campaignObjects(mapping: Mapping, lists: Lists): ImportObject[] {
  return [
    ...lists.campaigns.flatMap((each) => wholeCampaign(mapping, each)),
    ...lists.resources.map((each, position) => resourceObject(mapping, each, position)),
    ...lists.pages.map((each) => pageObject(mapping, each))
  ];
}

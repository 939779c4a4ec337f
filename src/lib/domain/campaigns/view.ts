import type { Figure, SourceRef, TitleOrigin } from '#lib/domain/archive/types.ts';
import type { ActionKind, ActionState, CampaignPeriod } from '#lib/domain/campaigns/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';

/** What pages show of a campaign and its actions. */
interface Body {
  id: string;
  name: Localized;
}

export interface DemandShown {
  id: string;
  title: Localized;
  text: Localized;
  addressedTo: Body[];
  sources: SourceRef[];
}

export interface ActionShown {
  id: string;
  slugs: Record<Locale, string>;
  kind: ActionKind;
  title: Localized;
  text: Localized;
  state: ActionState;
  url: string | null;
  email: string | null;
  signatures: Figure | null;
}

export interface CampaignShown {
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
  demands: DemandShown[];
  targets: {
    id: string;
    institution: Body | null;
    chamber: 'house' | 'senate' | 'both' | null;
    members: string[] | null;
    demands: DemandShown[];
    sources: SourceRef[];
  }[];
  actions: ActionShown[];
  talkingPoints: { id: string; text: Localized; sources: SourceRef[] }[];
  sponsors: { organization: { id: string; slugs: Record<Locale, string>; shortName: string } }[];
  sources: SourceRef[];
}

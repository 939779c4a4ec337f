import type { ArchiveDate, SourceRef } from '#lib/domain/archive/types.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';

export const actionStates = ['upcoming', 'open', 'closed', 'unconfirmed', 'replaced'] as const;
export type ActionState = (typeof actionStates)[number];

export const actionKinds = [
  'contact_representatives',
  'ask_for_help',
  'letter_to_editor',
  'report_back',
  'external_link',
  'learn',
  'petition'
] as const;
export type ActionKind = (typeof actionKinds)[number];

export const chambers = ['house', 'senate', 'both'] as const;

/** One country's side of an agreement. */
export interface AgreementParty {
  id: string;
  with: Localized;
  signed: ArchiveDate;
  implemented: 'yes_so_far' | 'no_so_far' | 'unknown';
}

export interface LetterAdvice {
  id: string;
  text: Localized;
}
export interface LetterPlaceholder {
  id: string;
  required: boolean;
  /** Never printed: for the newspaper's eyes only. */
  private: boolean;
  label: Localized;
}
export interface LetterVersion {
  id: string;
  label: Localized;
  words: { en: number; es: number };
  header: Localized;
  salutation: Localized;
  body: { en: string[]; es: string[] };
  signature: { en: string[]; es: string[] };
}

export interface CampaignPeriod {
  start: ArchiveDate | null;
  end: ArchiveDate | null;
  label: Localized | null;
}

export interface PageSection {
  id: string;
  heading: Localized;
  /** CommonMark. */
  body: Localized;
  /** What of the archive the section shows below its text, for example `campaign.demands`. */
  show: string | null;
  sources: SourceRef[];
}

import type { Consent, PersonKind } from '#lib/domain/people/types.ts';

/**
 * Search engines keep what they once read. Until a person of the campaign has agreed, their page is for those who
 * come to it from here.
 */
export const keptFromSearchEngines = (person: { noindex: boolean; kind: PersonKind; consent: Consent }): boolean =>
  person.noindex || (person.kind === 'campaign' && person.consent !== 'confirmed');

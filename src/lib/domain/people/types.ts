export const personKinds = ['campaign', 'public_official', 'other'] as const;
export type PersonKind = (typeof personKinds)[number];

/** How a person may be named everywhere: page, search, captions, downloads, exports. */
export const displayPolicies = ['full_name', 'pseudonym', 'hidden'] as const;
export type DisplayPolicy = (typeof displayPolicies)[number];

export const consents = ['confirmed', 'to_confirm', 'refused', 'not_needed'] as const;
export type Consent = (typeof consents)[number];

/** What an importer may say of a name whose consent is not confirmed. */
export const namePublications = ['as_in_source'] as const;
export type NamePublication = (typeof namePublications)[number];

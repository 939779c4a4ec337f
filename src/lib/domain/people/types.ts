export const personKinds = ['campaign', 'public_official', 'other'] as const;
export type PersonKind = (typeof personKinds)[number];

/** How a person may be named everywhere: page, search, captions, downloads, exports. */
export const displayPolicies = ['full_name', 'pseudonym', 'hidden'] as const;
export type DisplayPolicy = (typeof displayPolicies)[number];

export const consents = ['confirmed', 'to_confirm', 'refused', 'not_needed'] as const;
export type Consent = (typeof consents)[number];

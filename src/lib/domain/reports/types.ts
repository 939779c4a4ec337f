/** What a reader wants to tell. `person` comes from somebody who is shown, or speaks for them, and is read first. */
export const reportKinds = ['mistake', 'addition', 'captions', 'person', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What a report speaks of. */
export const reportPlaces = ['recording', 'event', 'person', 'organization', 'series', 'page', 'archive'] as const;
export type ReportPlace = (typeof reportPlaces)[number];

/** Longest report, in characters. */
export const longestReport = 5000;

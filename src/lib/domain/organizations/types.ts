/** Where an organization's full name comes from; `unknown`: the short name is not expanded. */
export const nameOrigins = ['source', 'editor', 'unknown'] as const;
export type NameOrigin = (typeof nameOrigins)[number];

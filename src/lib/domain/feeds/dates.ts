/** "Tue, 16 Jun 2020 22:00:00 GMT" (RFC 822 with four digits, as RSS wants it). */
export const rfc822 = (ms: number): string => new Date(ms).toUTCString();
/** 2020-06-16T22:00:00Z (RFC 3339). */
export const rfc3339 = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

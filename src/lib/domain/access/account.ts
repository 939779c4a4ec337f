/** What an organizer is told about their own account, on its page and by mail. */
export const accountNoticeKinds = [
  'password-changed',
  'app-added',
  'app-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-code-used',
  'role-changed',
  'reset-made'
] as const;
export type AccountNoticeKind = (typeof accountNoticeKinds)[number];

/** Shortest password, in characters. */
export const shortestPassword = 10;
/** Longer ones cost time and protect nobody more. */
export const longestPassword = 200;

/** Is that what an e-mail address looks like? Whether it exists only a mail can tell. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@.<>"(),:;[\]\\]+$/.test(text);

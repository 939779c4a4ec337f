/** From the narrowest to the widest; each may do what those before it may. */
export const roles = ['captioner', 'editor', 'publisher', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * Who asks.
 *
 * - `anonymous`: a visitor; the archive does not know more about them and does not want to
 * - `organizer`: someone who signed in
 * - `operator`: the command line and jobs, which whoever runs the server has started
 */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'organizer';
      readonly userId: string;
      readonly role: Role;
      /** As others in the desk see them. */
      readonly name?: string;
      /** May change things within these series only; left out or null: everywhere. */
      readonly seriesIds?: readonly string[] | null;
    }
  | { readonly kind: 'operator'; readonly name: string };

export const anonymous: Viewer = { kind: 'anonymous' };

/** `operator('import')`: the name goes to the audit log. */
export const operator = (name: string): Viewer => ({ kind: 'operator', name });

/** True when `role` may do all that `needed` may. */
export const reaches = (role: Role, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed);

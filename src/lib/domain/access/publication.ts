export const publicationStates = [
  'draft',
  'submitted',
  'scheduled',
  'public',
  'unlisted',
  'withdrawn',
  'deleted'
] as const;
export type PublicationState = (typeof publicationStates)[number];

/** What the rules must know of an object. A part (image, rendition, cue) is asked with the state of what it belongs to. */
export interface Publishable {
  readonly state: PublicationState;
  /** UTC milliseconds; read for `scheduled` only, where null means that no time was chosen yet. */
  readonly publishAt: number | null;
}

/**
 * How far an object is open to everybody:
 * `listed` in pages, feeds and search; `addressed`, to those who have its address; a `tombstone` that says it was
 * withdrawn; `hidden`, as if it did not exist.
 */
export type Openness = 'listed' | 'addressed' | 'tombstone' | 'hidden';

const openness: Record<Exclude<PublicationState, 'scheduled'>, Openness> = {
  draft: 'hidden',
  submitted: 'hidden',
  public: 'listed',
  unlisted: 'addressed',
  withdrawn: 'tombstone',
  deleted: 'hidden'
};

/** @param now UTC milliseconds */
export function opennessOf({ state, publishAt }: Publishable, now: number): Openness {
  if (state !== 'scheduled') return openness[state];
  return publishAt !== null && publishAt <= now ? 'listed' : 'hidden';
}

import type { PublicationState, Published } from '#lib/domain/archive/types.ts';

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
export function opennessOf({ state, publishAt }: Published, now: number): Openness {
  if (state !== 'scheduled') return openness[state];
  return publishAt !== null && publishAt <= now ? 'listed' : 'hidden';
}

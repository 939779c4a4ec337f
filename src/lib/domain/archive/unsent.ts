/**
 * What a load gives to a page that has no script of SvelteKit's: it writes every load's data a second time, as script, also for
 * such pages, and for a page of search results that takes longer than searching.
 */
export class Unsent<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }
}

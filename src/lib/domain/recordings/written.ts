/**
 * Markup that a load gives to its page and that never travels as data: SvelteKit writes what a load gives a second time, as
 * script, also for pages that have none, and for a long transcript that takes as long as writing the page.
 */
export class Written {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

/**
 * HTML that is written into the document on the server and is never sent a second time as data: on its way to the browser it
 * becomes a blank (see `transport` in hooks.ts), and `{@html}` leaves what the server wrote where it stands.
 */
export class ServerHtml {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

// The parsers that read our outputs a second time, as far as tests use them: two bring no types, and these are narrower.

declare module 'ical.js' {
  interface Time {
    isDate: boolean;
    zone: { tzid: string };
    toString(): string;
    toJSDate(): Date;
  }
  interface Component {
    name: string;
    getAllSubcomponents(name?: string): Component[];
    getAllProperties(name?: string): { name: string; getParameter(name: string): string | undefined }[];
    getFirstPropertyValue(name: string): unknown;
  }
  const ical: {
    parse(text: string): unknown;
    Component: new (parsed: unknown) => Component;
    Event: new (component: Component) => { startDate: Time; endDate: Time; uid: string; sequence: number };
    TimezoneService: { register(zone: Component): void; reset(): void };
  };
  export default ical;
}

declare module 'fast-xml-parser' {
  export const XMLValidator: { validate(xml: string): true | { err: { msg: string; line: number } } };
  export class XMLParser {
    constructor(options: Readonly<Record<string, unknown>>);
    parse(xml: string): unknown;
  }
}

declare module 'feedsmith' {
  interface Link {
    href?: string;
    rel?: string;
    hreflang?: string;
  }
  export interface Item {
    title?: string;
    description?: string;
    link?: string;
    pubDate?: string;
    guid?: { value: string; isPermaLink?: boolean };
    enclosures?: { url: string; length: number; type: string }[];
    itunes?: { duration?: number; image?: string };
    podcast?: {
      transcripts?: { url: string; type: string; language?: string; rel?: string }[];
      chapters?: { url: string; type: string };
      persons?: { display: string; role?: string }[];
      license?: { display: string };
      alternateEnclosures?: { type: string; sources?: { uri: string }[] }[];
    };
    dc?: { creators?: string[]; creator?: string };
  }
  export interface Feed {
    title?: string;
    description?: string;
    language?: string;
    items?: Item[];
    atom?: { links?: Link[] };
    podcast?: { guid?: string; medium?: string };
  }
  export function parseRssFeed(xml: string): Feed;
  interface Text {
    value?: string;
  }
  export function parseAtomFeed(xml: string): {
    id?: string;
    updated?: string;
    entries?: {
      id?: string;
      title?: string | Text;
      summary?: string | Text;
      published?: string;
      updated?: string;
      links?: Link[];
      contributors?: { name?: string }[];
    }[];
  };
}

declare module 'jsonld' {
  const jsonld: {
    expand(document: object, options: { documentLoader(url: string): Promise<unknown> }): Promise<unknown[]>;
  };
  export default jsonld;
}

declare module 'citation-js' {
  interface CslName {
    family?: string;
    given?: string;
    literal?: string;
  }
  export interface CslItem {
    type: string;
    title?: string;
    author?: CslName[];
    URL?: string;
    issued?: { 'date-parts': (number | string)[][] };
    language?: string;
    note?: string;
    publisher?: string;
    'container-title'?: string;
  }
  export default class Cite {
    constructor(input: string | object, options?: { forceType?: string });
    data: CslItem[];
    format(format: string, options?: object): string;
  }
}

declare module 'csv-parse/sync' {
  export function parse(text: string, options?: { bom?: boolean; columns?: boolean }): string[][];
}

declare module '@seriousme/openapi-schema-validator' {
  export class Validator {
    validate(document: object): Promise<{ valid: boolean; errors?: unknown }>;
    version: string;
  }
}

import { fold, joinsOf, longestJoin, tokenize } from '#lib/domain/search/tokens.ts';

/** What a query means. Words are as typed: stems depend on the language of the text that is compared. */
export interface Query {
  /** Each must be met in the moment; one is met when any of its atoms is. */
  clauses: Atom[][];
  /** None may be in the moment. */
  excluded: Atom[];
  filters: Filters;
  /** What could not be read as meant and was taken as words, in order. */
  notices: Notice[];
  /** The query is not carried out; null: it is. */
  refused: Refusal | null;
}

/** One word or words side by side. The sequences are equivalent ways to say it: K'iche' is k + iche, or kiche. */
export interface Atom {
  /** As typed, without quotes, for chips and messages. */
  text: string;
  sequences: Element[][];
}

export interface Element {
  /** Lower case, NFC. */
  word: string;
  /** Any word that begins so. */
  prefix: boolean;
  /** Joined over an apostrophe by us: matches by folded form only, never by stem. */
  joined: boolean;
}

export const queryVoices = ['original', 'interpretation', 'translation', 'unknown'] as const;
export type QueryVoice = (typeof queryVoices)[number];

/** Empty list: no restriction. Values of one filter are alternatives. */
export interface Filters {
  /** BCP 47, lower case. */
  languages: string[];
  speakers: string[];
  series: string[];
  years: number[];
  voices: QueryVoice[];
}

export type Notice =
  | { code: 'quote-not-closed' }
  | { code: 'or-without-words' }
  | { code: 'or-with-exclusion' }
  | { code: 'star-ignored' }
  | { code: 'only-excluded' }
  | { code: 'filter-taken-as-words'; data: { filter: string } };

export type Refusal =
  | { code: 'query-too-long'; data: { length: number; limit: number } }
  | { code: 'too-many-terms'; data: { terms: number; limit: number } }
  | { code: 'prefix-too-short'; data: { prefix: string; limit: number } };

export const limits = { characters: 200, terms: 12, prefixLetters: 3 } as const;

export const noFilters = (): Filters => ({ languages: [], speakers: [], series: [], years: [], voices: [] });

// Both interface languages' words, whichever language the page has.
const filterNames: Readonly<Record<string, keyof Filters>> = {
  lang: 'languages',
  idioma: 'languages',
  speaker: 'speakers',
  habla: 'speakers',
  series: 'series',
  serie: 'series',
  year: 'years',
  año: 'years',
  voice: 'voices',
  voz: 'voices'
};
const voiceNames: Readonly<Record<string, QueryVoice>> = {
  original: 'original',
  interpretation: 'interpretation',
  interpretacion: 'interpretation',
  translation: 'translation',
  traduccion: 'translation',
  unknown: 'unknown',
  desconocida: 'unknown'
};

interface Piece {
  excluded: boolean;
  quoted: boolean;
  /** The filter's name before the colon, or ''. */
  filter: string;
  text: string;
}

const opening = '"“”„«»';
// -, a filter's name and an opening quote, each optional; then the quoted text or everything up to a space
const piecePattern = new RegExp(
  `(?<minus>[-−]?)(?:(?<filter>\\p{L}{2,12}):)?(?:[${opening}](?<quoted>[^${opening}]*)(?<close>[${opening}]?)|(?<bare>\\S+))`,
  'gu'
);

/** Never fails: what it cannot read is taken as words, with a notice; what is too much is refused, with a reason. */
export function parseQuery(input: string): Query {
  const typed = input.normalize('NFC').trim();
  const query: Query = { clauses: [], excluded: [], filters: noFilters(), notices: [], refused: null };
  const length = Array.from(typed).length;
  if (length > limits.characters) {
    query.refused = { code: 'query-too-long', data: { length, limit: limits.characters } };
    return query;
  }
  const reader = new QueryReader(query);
  for (const piece of pieces(typed, query.notices)) reader.take(piece);
  reader.finish();
  return query;
}

function pieces(typed: string, notices: Notice[]): Piece[] {
  const found: Piece[] = [];
  for (const { groups } of typed.matchAll(piecePattern)) {
    const { minus = '', filter = '', quoted, close, bare = '' } = groups ?? {};
    if (quoted !== undefined && close === '') notices.push({ code: 'quote-not-closed' });
    found.push({ excluded: minus !== '', quoted: quoted !== undefined, filter, text: quoted ?? bare });
  }
  return found;
}

class QueryReader {
  /** An OR has been read and waits for what follows. */
  private joining = false;
  private terms = 0;
  private readonly query: Query;

  constructor(query: Query) {
    this.query = query;
  }

  take(piece: Piece): void {
    if (!piece.quoted && piece.filter === '' && !piece.excluded && piece.text === 'OR') return this.or();
    if (piece.filter !== '' && !piece.excluded && this.filter(piece)) return;
    const text = piece.filter === '' ? piece.text : this.filterAsWords(piece);
    const atom = this.atom(text);
    if (atom === null) return;
    if (piece.excluded) this.exclude(atom);
    else this.add(atom);
  }

  finish(): void {
    const { query } = this;
    if (this.joining) query.notices.push({ code: 'or-without-words' });
    if (query.clauses.length === 0 && query.excluded.length > 0) query.notices.push({ code: 'only-excluded' });
    if (this.terms > limits.terms) {
      query.refused ??= { code: 'too-many-terms', data: { terms: this.terms, limit: limits.terms } };
    }
  }

  private or(): void {
    if (this.query.clauses.length === 0 || this.joining) this.query.notices.push({ code: 'or-without-words' });
    else this.joining = true;
  }

  private add(atom: Atom): void {
    this.terms++;
    const last = this.query.clauses[this.query.clauses.length - 1];
    if (this.joining && last) last.push(atom);
    else this.query.clauses.push([atom]);
    this.joining = false;
  }

  private exclude(atom: Atom): void {
    this.terms++;
    if (this.joining) this.query.notices.push({ code: 'or-with-exclusion' });
    this.joining = false;
    this.query.excluded.push(atom);
  }

  /** True when the filter was understood. */
  private filter(piece: Piece): boolean {
    const name = filterNames[piece.filter.toLowerCase()];
    const value = piece.text.trim();
    return name !== undefined && value !== '' && addFilter(this.query.filters, name, value);
  }

  private filterAsWords(piece: Piece): string {
    // word:word is no filter of ours and no mistake worth a remark, lang:xx is
    if (filterNames[piece.filter.toLowerCase()] !== undefined) {
      this.query.notices.push({ code: 'filter-taken-as-words', data: { filter: piece.filter } });
    }
    return `${piece.filter} ${piece.text}`;
  }

  private atom(text: string): Atom | null {
    const atom = atomOf(text);
    if (text.replace(/[\p{L}\p{N}\p{M}]\*(?![\p{L}\p{N}])/gu, '').includes('*')) this.notice('star-ignored');
    if (atom === null) return null;
    for (const { word, prefix } of atom.sequences[0] ?? []) {
      const letters = Array.from(fold(word)).length;
      if (prefix && letters < limits.prefixLetters) {
        this.query.refused ??= { code: 'prefix-too-short', data: { prefix: word, limit: limits.prefixLetters } };
      }
    }
    return atom;
  }

  private notice(code: 'star-ignored'): void {
    if (!this.query.notices.some((notice) => notice.code === code)) this.query.notices.push({ code });
  }
}

function addFilter(filters: Filters, name: keyof Filters, value: string): boolean {
  const folded = fold(value.toLowerCase());
  if (name === 'years') {
    if (!/^\d{4}$/.test(value)) return false;
    filters.years.push(Number(value));
  } else if (name === 'voices') {
    const voice = voiceNames[folded];
    if (voice === undefined) return false;
    filters.voices.push(voice);
  } else if (name === 'languages') {
    if (folded === 'all' || folded === 'todos') return true;
    if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(folded)) return false;
    filters.languages.push(folded);
  } else {
    filters[name].push(value);
  }
  return true;
}

/** A star inside a word (des*ido) means nothing here. */
const endsInStar = (text: string, end: number) => /^\*(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3));

/** Words side by side as one atom; null when the text has no words. `word*` is a prefix, in a phrase too. */
export function atomOf(text: string): Atom | null {
  const tokens = tokenize(text);
  if (tokens.length === 0) return null;
  const plain = tokens.map(({ word, end }) => ({ word, prefix: endsInStar(text, end), joined: false }));
  const isJoined = (i: number) => tokens[i]?.joined === true;
  return { text: text.trim(), sequences: tokens.some(({ joined }) => joined) ? sequencesOf(plain, isJoined) : [plain] };
}

/** More apostrophes than this in one atom, and only the words as typed are looked for. */
const mostSequences = 16;

/** Every way to join words over their apostrophes; the first has none joined. */
function sequencesOf(plain: Element[], isJoined: (i: number) => boolean): Element[][] {
  const joins = joinsOf(
    plain.map(({ word }) => word),
    isJoined
  );
  let open: { next: number; elements: Element[] }[] = [{ next: 0, elements: [] }];
  const whole: Element[][] = [];
  while (open.length > 0) {
    const further: typeof open = [];
    for (const { next, elements } of open) {
      const element = plain[next];
      if (element === undefined) {
        whole.push(elements);
        continue;
      }
      further.push({ next: next + 1, elements: [...elements, element] });
      for (const { at, span, folded } of joins) {
        if (at !== next || span > longestJoin) continue;
        const prefix = plain[at + span - 1]?.prefix === true;
        further.push({ next: at + span, elements: [...elements, { word: folded, prefix, joined: true }] });
      }
    }
    if (further.length + whole.length > mostSequences) return [plain];
    open = further;
  }
  return whole.sort((a, b) => b.length - a.length);
}

import type { Citable } from '#lib/domain/citations/citable.ts';
import { honestParts, isoDateOf, medium, timeRange } from '#lib/domain/citations/parts.ts';

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

const inTex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}'
};
/** Words for a BibTeX field: letters of all languages stay, what TeX would obey does not. */
export const texText = (text: string): string => oneLine(text).replace(/[\\{}$&#%_~^]/g, (char) => inTex[char] ?? char);

/** What stands in the note of every format that has no field for it. */
const noteOf = (work: Citable): string =>
  [...honestParts(work), timeRange(work), work.words && `“${oneLine(work.words.text)}”`, work.identifier]
    .filter(Boolean)
    .join('; ');

/** Letters and digits: recording and second, the same on every export. */
const keyOf = ({ identifier, words }: Citable): string => {
  const id = /([0-9a-f]{8})-/i.exec(identifier)?.[1] ?? identifier.replaceAll(/[^A-Za-z0-9]/g, '').slice(-12);
  return `acervo-${id}${words ? `-${String(Math.floor(words.startMs / 1000))}` : ''}`;
};

/** An entry for BibTeX and biblatex. The second pair of braces keeps names whole and titles in their own capitals. */
export function bibtex(work: Citable): string {
  const date = isoDateOf(work);
  const fields = [
    ['author', work.speaker && `{${texText(work.speaker)}}`],
    ['title', `{${texText(work.title)}}`],
    ['howpublished', texText(medium(work))],
    ['organization', texText(work.archive)],
    ['eventtitle', work.event && texText(work.event)],
    ['year', date?.slice(0, 4)],
    ['month', date && date.length >= 7 ? String(Number(date.slice(5, 7))) : null],
    ['date', date],
    ['language', work.words?.language],
    ['url', work.url.replaceAll(/[{}\\\s]/g, encodeURIComponent)],
    ['note', texText(noteOf(work))]
  ];
  const lines = fields.flatMap(([name, value]) => (name && value ? `  ${name} = {${value}}` : []));
  return `@misc{${keyOf(work)},\n${lines.join(',\n')}\n}\n`;
}

/** A record in RIS; lines end in CR LF, and no value can begin another line. */
export function ris(work: Citable): string {
  const date = isoDateOf(work);
  const [year, month, day] = date?.split('-') ?? [];
  const fields: [string, string | null | undefined][] = [
    ['TY', 'VIDEO'],
    ['AU', work.speaker],
    ['TI', work.title],
    ['T2', work.event],
    ['PB', work.archive],
    ['M3', medium(work)],
    ['PY', year],
    ['DA', year && `${year}/${month ?? ''}/${day ?? ''}`],
    ['LA', work.words?.language],
    ['UR', work.url],
    ['ID', keyOf(work)],
    ['N1', noteOf(work)],
    ['ER', '']
  ];
  return fields
    .flatMap(([tag, value]) => (value || tag === 'ER' ? `${tag}  - ${oneLine(value ?? '')}\r\n` : []))
    .join('');
}

export interface CslItem {
  id: string;
  type: 'motion_picture';
  title: string;
  author?: { literal: string }[];
  'event-title'?: string;
  publisher: string;
  medium: string;
  issued?: { 'date-parts': [number[]] };
  language?: string;
  URL: string;
  note: string;
}

/** CSL-JSON 1.0.2; a list of these is what reference managers import. */
export function cslItem(work: Citable): CslItem {
  const date = isoDateOf(work);
  return {
    id: keyOf(work),
    type: 'motion_picture',
    title: work.title,
    ...(work.speaker && { author: [{ literal: work.speaker }] }),
    ...(work.event && { 'event-title': work.event }),
    publisher: work.archive,
    medium: medium(work),
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(work.words && { language: work.words.language }),
    URL: work.url,
    note: noteOf(work)
  };
}

import type { Citable, Run } from '#lib/domain/citations/citable.ts';
import { dateParts, dateWords, honestParts, medium, stopped, timeRange, yearOf } from '#lib/domain/citations/parts.ts';
import { citationMessages } from '#lib/domain/i18n/messages/citations.ts';

const run = (text: string): Run => ({ text });
const italic = (text: string): Run => ({ text, italic: true });

function apaDate(work: Citable): string {
  const m = citationMessages(work.locale);
  const parts = dateParts(work);
  if (!parts) return dateWords(work) ?? m.noDate;
  const { year, month, day } = parts;
  if (month && day) return m.apaDay(year, month, day);
  return month ? m.apaMonth(year, month) : year;
}

/** An entry of the reference list: who, when, what [form], where. Without a name the title comes first (APA 7, 9.12). */
export function apa(work: Citable): Run[] {
  const date = `(${apaDate(work)}).`;
  const form = ` [${[medium(work), ...honestParts(work)].join('; ')}]`;
  const place = ` ${stopped(work.archive)} ${work.url}`;
  return work.speaker
    ? [run(`${stopped(work.speaker)} ${date} `), italic(work.title), run(`${form}.${place}`)]
    : [italic(work.title), run(`${form}. ${date}${place}`)];
}

/** In the text, behind the quote: (Ana López, 2020, 12:31). APA gives a time where a page would stand (8.28). */
export function apaInText(work: Citable): string {
  const m = citationMessages(work.locale);
  const start = timeRange(work)?.split('–')[0] ?? null;
  const parts = [work.speaker ?? m.quoted(work.title), yearOf(work) ?? m.noDate, start];
  return `(${parts.filter(Boolean).join(', ')})`;
}

/** A full note, without its number. */
export function chicago(work: Citable): Run[] {
  const m = citationMessages(work.locale);
  const title = m.quotedBefore(work.title, ',');
  const rest = [
    dateWords(work) ?? m.noDate,
    work.archive,
    [medium(work).toLocaleLowerCase(work.locale), ...honestParts(work)].join('; '),
    timeRange(work),
    `${work.url}.`
  ];
  const event = work.event && work.event !== work.title ? [run(' '), italic(work.event), run(',')] : [];
  return [
    run(`${work.speaker ? `${work.speaker}, ` : ''}${title}`),
    ...event,
    run(` ${rest.filter((part) => part !== null).join(', ')}`)
  ];
}

function mlaDate(work: Citable): string | null {
  const parts = dateParts(work);
  return parts?.month && parts.day
    ? citationMessages(work.locale).mlaDay(parts.year, parts.month, parts.day)
    : dateWords(work);
}

/** An entry of the list of works cited: the title in its container, the archive. */
export function mla(work: Citable): Run[] {
  const m = citationMessages(work.locale);
  const title = m.quotedBefore(work.title, '.');
  const rest = [mlaDate(work), timeRange(work), work.url].filter((part) => part !== null).join(', ');
  const form = [medium(work), ...honestParts(work)].join('; ');
  return [
    run(`${work.speaker ? `${stopped(work.speaker)} ` : ''}${title} `),
    italic(work.archive),
    run(`, ${rest}. ${form}.`)
  ];
}

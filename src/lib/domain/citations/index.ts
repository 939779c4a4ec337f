import { plain, type Citable, type Run } from '#lib/domain/citations/citable.ts';
import { bibtex, cslItem, ris } from '#lib/domain/citations/exports.ts';
import { apa, chicago, mla } from '#lib/domain/citations/styles.ts';
import { escapeXml } from '#lib/domain/feeds/xml.ts';

export type { Citable, CitedWords, Run } from '#lib/domain/citations/citable.ts';
export { plain } from '#lib/domain/citations/citable.ts';
export { apaInText } from '#lib/domain/citations/styles.ts';

export const textStyles = ['apa', 'chicago', 'mla'] as const;
export const fileStyles = ['bibtex', 'ris', 'csl'] as const;
export const citationStyles = [...textStyles, ...fileStyles] as const;
export type TextStyle = (typeof textStyles)[number];
export type FileStyle = (typeof fileStyles)[number];
export type CitationStyle = (typeof citationStyles)[number];

const runsOf = { apa, chicago, mla } as const satisfies Record<TextStyle, (work: Citable) => Run[]>;

/** A citation with its italics, for a page. */
export const citationRuns = (work: Citable, style: TextStyle): Run[] => runsOf[style](work);

/** What `/cite` and the basket hand out: name and type of the file. */
export const fileOf = {
  apa: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  chicago: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  mla: { extension: 'txt', type: 'text/plain; charset=utf-8' },
  bibtex: { extension: 'bib', type: 'application/x-bibtex; charset=utf-8' },
  ris: { extension: 'ris', type: 'application/x-research-info-systems; charset=utf-8' },
  csl: { extension: 'json', type: 'application/vnd.citationstyles.csl+json; charset=utf-8' }
} as const satisfies Record<CitationStyle, { extension: string; type: string }>;

/** One or more works in a style, as text. */
export function cite(works: readonly Citable[], style: CitationStyle): string {
  if (style === 'bibtex') return works.map(bibtex).join('\n');
  if (style === 'ris') return works.map(ris).join('\r\n');
  if (style === 'csl') return `${JSON.stringify(works.map(cslItem), null, 2)}\n`;
  return works.map((work) => `${plain(citationRuns(work, style))}\n`).join('\n');
}

const inMarkdown = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, (char) => `\\${char}`);

/** A list in Markdown, each quote above its source. Addresses stay bare, so that they can be clicked everywhere. */
export const markdown = (works: readonly Citable[], style: TextStyle): string =>
  works
    .map((work) => {
      const source = citationRuns(work, style)
        .map(({ text, italic }) => {
          const [words = '', url = ''] = text.split(work.url);
          const safe = text.includes(work.url)
            ? `${inMarkdown(words)}<${work.url}>${inMarkdown(url)}`
            : inMarkdown(text);
          return italic ? `*${safe}*` : safe;
        })
        .join('');
      const quote = work.words ? `> ${inMarkdown(work.words.text.replace(/\s+/gu, ' '))}\n>\n> ` : '';
      return `${quote}${source}\n`;
    })
    .join('\n');

/** A whole document that word processors open with its italics and its languages. */
export function html(works: readonly Citable[], style: TextStyle, title: string): string {
  const locale = works[0]?.locale ?? 'en';
  const parts = works.map((work) => {
    const source = citationRuns(work, style)
      .map(({ text, italic }) => (italic ? `<i>${escapeXml(text)}</i>` : escapeXml(text)))
      .join('');
    const quote = work.words
      ? `<blockquote lang="${escapeXml(work.words.language)}"><p>${escapeXml(work.words.text)}</p></blockquote>`
      : '';
    return `${quote}<p>${source}</p>`;
  });
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeXml(title)}</title></head><body>\n<h1>${escapeXml(title)}</h1>\n${parts.join('\n')}\n</body></html>\n`;
}

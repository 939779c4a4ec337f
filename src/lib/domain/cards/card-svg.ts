import { fitted, measure, wrap } from '#lib/domain/cards/text.ts';
import { escapeXml } from '#lib/domain/feeds/xml.ts';
import { barsPath, linesPath, type ScoreLayout } from '#lib/domain/recordings/score.ts';

/*
 * The picture that other sites show beside a link: words and the score, on one flat field. 1200 × 630 is what they ask
 * for; what matters stands clear of the edges, which some of them cut.
 */
export const cardSize = { width: 1200, height: 630 } as const;
/** Side of the cover of a podcast: Apple takes 1400 to 3000. */
export const coverSize = 1400;

/** The tokens of the fields (src/lib/styles/tokens.css); a picture cannot read the style sheet. */
const fields = {
  anil: { ground: '#1f2a66', ink: '#f7f5ee', soft: '#d9d8e6', line: '#aeb6de' },
  cochinilla: { ground: '#86142f', ink: '#f7f5ee', soft: '#f5dfe1', line: '#e3a9b4' },
  jade: { ground: '#0a5140', ink: '#f7f5ee', soft: '#d9e9e2', line: '#9cc9b8' },
  paper: { ground: '#f5f4ef', ink: '#1b1a22', soft: '#403d49', line: '#26337a' }
} as const;
export type CardField = keyof typeof fields;

const left = 72;
const right = cardSize.width - left;
const reading = 'font-family="Literata"';
const inInterface = 'font-family="Atkinson Hyperlegible Next"';

export interface Card {
  field: CardField;
  /** Above: the date, the status. */
  kicker: string;
  title: string;
  /** BCP 47 of the title. */
  lang: string;
  /** Below the title, a line each. */
  lines: readonly string[];
  /** The archive's name, and what must be said beside it: "stand-in, not the webinar". */
  foot: string;
  notice: string | null;
  score: ScoreLayout | null;
  /** A quote has its voice line at its side: solid for the original, broken, dotted. */
  voice: 'original' | 'interpretation' | 'translation' | 'unknown' | null;
}

const text = (words: string, x: number, y: number, size: number, color: string, rest: string) =>
  `<text x="${String(x)}" y="${String(y)}" font-size="${String(size)}" fill="${color}" ${rest}>${escapeXml(words)}</text>`;

const dashes = { original: '', interpretation: '18 10', translation: '3 9', unknown: '3 9' } as const;

/** All chapters in one row: the card is seen at a hand's width. */
function score(layout: ScoreLayout, y: number, { ink, line }: (typeof fields)[CardField]): string {
  const scale = (right - left) / 1000;
  return layout.rows
    .map(
      (row) =>
        `<path d="${barsPath(row.original, y, 34, left, scale)}" fill="${ink}"/>` +
        `<path d="${linesPath(row.interpretation, y + 52, left, scale)}" stroke="${line}" stroke-width="7" stroke-dasharray="9 5"/>`
    )
    .join('');
}

/** The whole picture as an SVG document. Every text is escaped here and cut to its place. */
export function cardSvg(card: Card): string {
  const color = fields[card.field];
  const isQuote = card.voice !== null;
  const x = isQuote ? left + 40 : left;
  const width = right - x;
  const room = card.score ? 250 : 360;
  const sizes = [76, 66, 58, 50, 44, 38, 34].map((size) => ({ size, lines: Math.floor(room / (size * 1.22)) }));
  // bold letters are wider than the measure takes them to be
  const title = fitted(card.title, width * (isQuote ? 0.97 : 0.9), isQuote ? sizes.slice(2) : sizes);
  const step = title.size * 1.22;
  const top = 150;
  const below = top + title.lines.length * step;
  const lines = card.lines.slice(0, 2).flatMap((line) => wrap(line, 32, width, 1));
  const notice = card.notice ? wrap(card.notice, 30, 660, 1).join('') : '';
  const parts = [
    `<rect width="${String(cardSize.width)}" height="${String(cardSize.height)}" fill="${color.ground}"/>`,
    text(wrap(card.kicker, 34, right - left, 1).join(''), left, 92, 34, color.soft, reading),
    ...title.lines.map((line, i) =>
      text(
        line,
        x,
        Math.round(top + step * (i + 0.8)),
        title.size,
        color.ink,
        `${reading} font-weight="${isQuote ? '450' : '640'}"`
      )
    ),
    ...lines.map((line, i) => text(line, x, Math.round(below + 44 + i * 44), 32, color.soft, inInterface)),
    card.voice === null
      ? ''
      : `<path d="M${String(left + 6)} ${String(top)}V${String(Math.round(below))}" stroke="${color.line}" stroke-width="8"${dashes[card.voice] && ` stroke-dasharray="${dashes[card.voice]}"`}/>`,
    card.score ? score(card.score, 460, color) : '',
    `<path d="M${String(left)} 548H${String(right)}" stroke="${color.line}" stroke-width="2"/>`,
    text(
      wrap(card.foot, 30, right - left - (notice ? measure(notice, 28) + 48 : 0), 1).join(''),
      left,
      594,
      30,
      color.ink,
      `${inInterface} font-weight="700"`
    ),
    notice ? text(notice, right, 594, 30, color.soft, `${inInterface} text-anchor="end"`) : ''
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630" fill="none" xml:lang="${escapeXml(card.lang)}">${parts.join('')}</svg>`;
}

/** The cover of the podcast: the archive's name over its two threads. */
export function coverSvg(title: string, subtitle: string): string {
  const color = fields.anil;
  const width = coverSize - 240;
  const sizes = [150, 120, 96, 80].map((size) => ({ size, lines: Math.floor(640 / (size * 1.18)) }));
  const name = fitted(title, width, sizes);
  const parts = [
    `<rect width="${String(coverSize)}" height="${String(coverSize)}" fill="${color.ground}"/>`,
    ...name.lines.map((line, i) =>
      text(
        line,
        120,
        Math.round(180 + name.size * 1.18 * (i + 0.8)),
        name.size,
        color.ink,
        `${reading} font-weight="640"`
      )
    ),
    `<path d="M120 1010H1280" stroke="${color.ink}" stroke-width="34"/>`,
    `<path d="M120 1080H1280" stroke="${color.line}" stroke-width="22" stroke-dasharray="40 22"/>`,
    ...wrap(subtitle, 64, width, 2).map((line, i) => text(line, 120, 1200 + i * 78, 64, color.soft, inInterface))
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1400 1400" width="1400" height="1400" fill="none">${parts.join('')}</svg>`;
}

import { barsPath, linesPath, SCORE_WIDTH, type ScoreLayout } from '#lib/domain/recordings/score.ts';

/** The card's own units; 16:9. */
const WIDTH = 1600;
const HEIGHT = 900;
const LEFT = 60;
const RIGHT = 60;
/** Captions cover what is below. */
const SCORE_BOTTOM = 742;
const ROW_STEP = 57;

/** The tokens of the añil field (docs: visual language); a picture file cannot read the page's style sheet. */
const COLORS = { field: '#1f2a66', ink: '#f7f5ee', soft: '#d9d8e6', line: '#aeb6de', current: '#e5ac2e' };
const READING_FONT = "Literata, Georgia, 'DejaVu Serif', serif";
const INTERFACE_FONT = "'Atkinson Hyperlegible Next', Verdana, 'DejaVu Sans', sans-serif";

export interface ScoreCard {
  /** Large, at most about 24 characters: "Stand-in recording". */
  heading: string;
  /** Above the heading: the date, as far as it is known. */
  kicker: string;
  /** The words beside the solid and the broken line; null leaves that line out. */
  originalLabel: string;
  interpretationLabel: string | null;
  /** The row to light up, with its title in large letters; null for a poster. */
  currentRow: number | null;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
// XML 1.0 has no way to write most control characters: \p{Cc} but tab and the two line ends, and two noncharacters
const escapeXml = (text: string) =>
  text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign);

/** Half the size is a fair guess of a letter's width; a title too long gets smaller first, then is cut. */
function fit(text: string, size: number, smallest: number, width: number): { text: string; size: number } {
  const fitting = Math.max(smallest, Math.min(size, Math.floor(width / (text.length * 0.5))));
  const most = Math.floor(width / (fitting * 0.5));
  return { text: text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text, size: fitting };
}

function textElement(text: string, x: number, y: number, size: number, color: string, rest: string): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${color}" ${rest}>${escapeXml(text)}</text>`;
}

function legend({ originalLabel, interpretationLabel }: ScoreCard): string {
  const entry = (x: number, label: string, color: string, dashes: string) =>
    `<path d="M${x} 277h64" stroke="${color}" stroke-width="8"${dashes}/>` +
    textElement(label, x + 84, 291, 42, COLORS.soft, `font-family="${INTERFACE_FONT}"`);
  const second = LEFT + 170 + originalLabel.length * 22;
  return (
    entry(LEFT, originalLabel, COLORS.ink, '') +
    (interpretationLabel === null ? '' : entry(second, interpretationLabel, COLORS.line, ' stroke-dasharray="14 7"'))
  );
}

function rows(layout: ScoreLayout, top: number, currentRow: number | null): string {
  const step = Math.min(ROW_STEP, (SCORE_BOTTOM - top) / layout.rows.length);
  const scale = (WIDTH - LEFT - RIGHT) / SCORE_WIDTH;
  const thickness = Math.max(1.5, step * 0.1);
  return layout.rows
    .map((row, index) => {
      const isCurrent = index === currentRow;
      const y = top + index * step;
      const bars = barsPath(row.original, y, step * 0.38, LEFT, scale);
      const lines = linesPath(row.interpretation, y + step * 0.55, LEFT, scale);
      return (
        (bars && `<path d="${bars}" fill="${isCurrent ? COLORS.current : COLORS.ink}"/>`) +
        (lines &&
          `<path d="${lines}" stroke="${isCurrent ? COLORS.current : COLORS.line}" stroke-width="${thickness.toFixed(1)}" stroke-dasharray="6 3"/>`)
      );
    })
    .join('');
}

/**
 * A whole picture as a standalone SVG document: date, heading, the two lines with their words, the score, and, on a
 * video's card, the chapter that is sounding. Texts come in the language of the page and are escaped here.
 */
export function scoreSvg(layout: ScoreLayout, card: ScoreCard): string {
  const heading = fit(card.heading, 100, 56, 1040);
  const title = card.currentRow === null ? null : (layout.rows[card.currentRow]?.title ?? null);
  const chapter = title === null ? null : fit(title, 68, 44, WIDTH - LEFT - RIGHT);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" fill="none">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLORS.field}"/>`,
    textElement(card.kicker, LEFT, 104, 54, COLORS.soft, `font-family="${READING_FONT}"`),
    textElement(
      heading.text,
      LEFT - 2,
      208,
      heading.size,
      COLORS.ink,
      `font-family="${READING_FONT}" font-weight="640" letter-spacing="-2"`
    ),
    legend(card),
    chapter === null
      ? ''
      : textElement(
          chapter.text,
          LEFT,
          390,
          chapter.size,
          COLORS.current,
          `font-family="${READING_FONT}" font-weight="560"`
        ),
    rows(layout, chapter === null ? 366 : 440, card.currentRow),
    '</svg>'
  ].join('');
}

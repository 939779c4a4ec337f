import { tokenize } from '#lib/domain/captions/cue-text.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import type { CaptionFormat } from '#lib/domain/captions/types.ts';

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => references[sign] ?? sign);

/** Lines of a cue are broken for the picture, not for reading; a dash at the start of one is another voice. */
const asProse = (text: string) =>
  escapeHtml(text)
    .replaceAll(/\s*\n\s*(?=[-–—]\s?\S)/g, '<br>')
    .replaceAll(/\s*\n\s*/g, ' ');

const kept = new Set(['i', 'b', 'u', 'ruby', 'rt']);

/** Words of a WebVTT cue with the marks that mean something in prose: c, classes and times are for the picture. */
function vttHtml(text: string, labelOf: (speaker: string) => string | null): string {
  let out = '';
  const open: string[] = [];
  const close = (tag: string) => {
    const at = open.lastIndexOf(tag);
    if (at < 0) return;
    for (const each of open.splice(at).reverse()) out += `</${each === 'lang' ? 'span' : each}>`;
  };
  tokenize(text, {
    text: (words) => void (out += asProse(words)),
    start(tag, annotation) {
      if (tag === 'v') {
        const label = labelOf(annotation);
        if (label) out += `<b>${escapeHtml(label)}:</b> `;
      } else if (tag === 'lang') {
        open.push(tag);
        out += `<span lang="${escapeHtml(annotation)}">`;
      } else if (kept.has(tag)) {
        open.push(tag);
        out += `<${tag}>`;
      }
    },
    end: close
  });
  while (open.length > 0) close(open.at(-1) ?? '');
  return out;
}

/** One cue as HTML inside a paragraph. `labelOf` is asked for voices inside the text. */
export function cueHtml(text: string, format: CaptionFormat, labelOf: (speaker: string) => string | null): string {
  if (format !== 'vtt') return asProse(plainText(text, format));
  return text.includes('<') || text.includes('&') ? vttHtml(text, labelOf) : asProse(text);
}

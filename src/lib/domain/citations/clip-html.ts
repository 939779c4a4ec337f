import type { QuoteView } from '#lib/domain/citations/view.ts';
import { element, type Xml } from '#lib/domain/feeds/xml.ts';
import { formatIsoDate } from '#lib/domain/i18n/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { quoteMessages } from '#lib/domain/i18n/messages/quotes.ts';
import { languageName } from '#lib/domain/recordings/names.ts';
import { clock } from '#lib/domain/recordings/timecode.ts';

/** Seconds of media time between which a clip plays, as `data-clip` and as a media fragment. */
export const clipRange = ({ startMs, endMs }: { startMs: number; endMs: number }): string =>
  `${String(startMs / 1000)},${String(endMs / 1000)}`;

function player({ media, words }: QuoteView): Xml | null {
  if (!media || !words) return null;
  const range = clipRange(words);
  const attributes = { controls: '', preload: 'metadata', 'data-clip': range, src: `${media.url}#t=${range}` };
  // a space inside: an element that is closed in its own tag is none in HTML
  return element(media.isVideo ? 'video' : 'audio', attributes, ' ');
}

/** A quote inside another site's page: its words in both languages, its sound, where it comes from. A whole document. */
export function clipHtml(quote: QuoteView, locale: Locale): string {
  const m = quoteMessages(locale);
  const { words, recording } = quote;
  const said = words
    ? [{ ...words, speaker: quote.speaker }, ...quote.others.map((other) => ({ ...other, speaker: null }))]
    : [];
  const body = [
    recording.isStandIn
      ? element(
          'p',
          {},
          element('b', {}, m.standIn(recording.standInMadeOn && formatIsoDate(recording.standInMadeOn, locale)))
        )
      : null,
    player(quote),
    ...said.flatMap(({ language, voice, text, speaker }) => [
      element('blockquote', { lang: language, class: voice }, text),
      element('p', {}, [speaker, m.voice[voice](languageName(language, locale))].filter(Boolean).join(' · '))
    ]),
    element(
      'p',
      {},
      element('a', { href: quote.url, target: '_blank', rel: 'noopener' }, recording.title),
      words ? `, ${clock(words.startMs)}–${clock(words.endMs)}` : ''
    )
  ];
  const head = [
    // the first bytes of a document are looked through for its encoding
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('title', {}, m.title(recording.title)),
    element('link', { rel: 'stylesheet', href: '/clip.css' }),
    element('link', { rel: 'canonical', href: quote.url })
  ];
  const script = element('script', { src: '/clip.js', defer: '' }, ' ');
  return `<!doctype html>\n${element('html', { lang: locale }, element('head', {}, head, script), element('body', {}, body)).xml}\n`;
}

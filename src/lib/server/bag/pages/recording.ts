import { plainText } from '#lib/domain/captions/plain.ts';
import { dateLine } from '#lib/domain/i18n/dates.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Localized } from '#lib/domain/i18n/localized.ts';
import { bagMessages } from '#lib/domain/i18n/messages/bag.ts';
import { formatBytes } from '#lib/domain/i18n/sizes.ts';
import { ownLanguageName, textTrackLabel } from '#lib/domain/recordings/names.ts';
import { clock } from '#lib/domain/recordings/timecode.ts';
import type { Ctx } from '#lib/server/context.ts';
import {
  cuesOfVersion,
  formatOfVersion,
  heardSpeakers,
  partsOf,
  type RecordingCard,
  type RecordingParts
} from '#lib/server/recordings/index.ts';
import { hrefOf, rightsOf } from '#lib/server/bag/pages/common.ts';
import { facts, html, list, plainPage, words, type Html } from '#lib/server/bag/pages/html.ts';
import type { Rights } from '#lib/domain/archive/types.ts';

/** One paragraph for each turn: time, who, words. */
async function transcript(
  ctx: Ctx,
  parts: RecordingParts,
  { language, versionId }: RecordingParts['reading'][number]
): Promise<Html> {
  const labelOf = heardSpeakers(ctx, parts.speakers);
  const format = formatOfVersion(parts.versions.find(({ id }) => id === versionId));
  const turns: { at: number; speaker: string | null; text: string }[] = [];
  for (const { startMs, speakerId, text } of await cuesOfVersion(ctx, versionId)) {
    const speaker = speakerId === null ? null : labelOf(speakerId, language);
    const said = plainText(text, format).replace(/\s+/g, ' ');
    const last = turns.at(-1);
    if (last && last.speaker === speaker && startMs - last.at < 60_000) last.text += ` ${said}`;
    else turns.push({ at: startMs, speaker, text: said });
  }
  const paragraphs = turns.map(
    ({ at, speaker, text }) =>
      html`<p><time>${clock(at)}</time> ${speaker === null ? null : html`<b>${speaker}:</b> `}${text}</p> `
  );
  return html`<div lang="${language}">
    <h3>${ownLanguageName(language)}</h3>
    ${paragraphs}
  </div>`;
}

/** A version's file in the bag. */
export const captionPath = (recordingId: string, trackId: string, number: number): string =>
  `captions/${recordingId}/${trackId}.${number}.vtt`;

const linkTo = (path: string) => `../${path.split('/').map(encodeURIComponent).join('/')}`;

function captionLinks(
  { texts, versions }: RecordingParts,
  recordingId: string,
  has: (path: string) => boolean,
  locale: Locale
): Html[] {
  const m = bagMessages(locale);
  return versions.flatMap(({ trackId, number, cueCount, state }) => {
    const track = texts.find(({ id }) => id === trackId);
    const path = captionPath(recordingId, trackId, number);
    if (!track || !has(path)) return [];
    const shown = state === 'public' ? `, ${m.current}` : '';
    return [
      html`<a href="${linkTo(path)}">${textTrackLabel(track, locale)}, ${m.version(number, cueCount)}</a>${shown}`
    ];
  });
}

function mediaOf({ files }: RecordingParts, has: (path: string) => boolean, locale: Locale): Html[] {
  return files
    .filter(({ fileKey }) => has(`files/${fileKey}`))
    .map(({ kind, fileKey, bytes, mimeType }) => {
      const href = linkTo(`files/${fileKey}`);
      const link = html`<a href="${href}">${mimeType}, ${formatBytes(bytes, locale)}</a>`;
      if (kind === 'video') return html`<video controls preload="none" src="${href}"></video><br />${link}`;
      return kind === 'audio' ? html`<audio controls preload="none" src="${href}"></audio><br />${link}` : link;
    });
}

export interface RecordingSource {
  card: RecordingCard;
  uuid: string;
  rights: Rights | null;
}

/** A recording with its transcript in every language, its media, and its captions in every version. */
export async function recordingPage(
  ctx: Ctx,
  { card, uuid, rights }: RecordingSource,
  license: Localized | null,
  has: (path: string) => boolean
): Promise<string> {
  const parts = await partsOf(ctx, card.id);
  const texts = await Promise.all(parts.reading.map((reading) => transcript(ctx, parts, reading)));
  return plainPage(card.title, '../index.html', (locale) => {
    const m = bagMessages(locale);
    const media = mediaOf(parts, has, locale);
    const captions = captionLinks(parts, card.id, has, locale);
    // the words are the same in both halves of the page: they stand in one of them
    const transcripts = locale === 'en' ? texts : [html`<p><a href="#transcript">${m.transcript}</a></p>`];
    return html`<h1>${words(card.title, locale)}</h1>
${card.mediaState === 'stand_in' ? html`<p><strong>${m.standIn}</strong></p>` : null}
${facts([
  [m.date, card.date ? dateLine(card.date, locale) : null],
  [
    m.event,
    card.event ? html`<a href="${hrefOf('events', card.event.id)}">${words(card.event.title, locale)}</a>` : null
  ],
  [m.identifier, `urn:uuid:${uuid}`]
])}
${words(card.description, locale) ? html`<p>${words(card.description, locale)}</p>` : null}
${
  media.length > 0
    ? html`<h2>${m.media}</h2>
        ${list(media)}`
    : null
}
${
  captions.length > 0
    ? html`<h2>${m.captions}</h2>
        ${list(captions)}`
    : null
}
${
  parts.chapters.length > 0
    ? html`<h2>${m.chapters}</h2>
        ${list(parts.chapters.map(({ startMs, title }) => html`<time>${clock(startMs)}</time> ${words(title, locale)}`))}`
    : null
}
${rightsOf(rights, license, locale)}
<h2${locale === 'en' ? html` id="transcript"` : null}>${m.transcript}</h2>
${texts.length > 0 ? transcripts : html`<p>${m.noTranscript}</p>`}`;
  });
}

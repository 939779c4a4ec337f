// The drawn score as pictures: one card a chapter for the video, one poster, in each language.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { LANGUAGES } from './script.mjs';

const WORDS = {
  en: {
    heading: 'Stand-in recording',
    languages: { en: 'English', es: 'Spanish' },
    original: (language) => `Original (${language})`,
    interpretation: (language) => `Interpretation (${language})`
  },
  es: {
    heading: 'Grabación provisional',
    languages: { en: 'inglés', es: 'español' },
    original: (language) => `Original (${language})`,
    interpretation: (language) => `Interpretación (${language})`
  }
};
const VIDEO_SIZE = { width: 640, height: 360 };
const POSTER_SIZE = { width: 960, height: 540 };

function dateOf(recording, language) {
  const day = new Date(`${recording.replace('recording-', '')}T12:00:00Z`);
  const locale = { en: 'en-US', es: 'es' }[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

function layOut(score, { timeline, chapters }, language) {
  return score.layOutScore({
    durationMs: timeline.durationMs,
    chapters: chapters.map(({ startMs, title }) => ({ startMs, title: title[language] })),
    passages: timeline.places.map(({ original }) => ({ ...original, hasInterpretation: true }))
  });
}

/** → `{ [language]: [file of each chapter's card] }`; the posters go straight to mediaDir. */
export async function drawPictures({ script, timeline, chapters, workDir, mediaDir }) {
  const { default: sharp } = await import('sharp'); // not before useOwnFonts: it reads the font configuration once
  const score = await tsImport('../../src/lib/domain/recordings/score.ts', import.meta.url);
  const { scoreSvg } = await tsImport('../../src/lib/domain/recordings/score-card.ts', import.meta.url);
  const png = async (svg, size, file, options) =>
    writeFile(file, await sharp(Buffer.from(svg), { density: 72 }).resize(size).png(options).toBuffer());
  const cards = {};
  for (const language of LANGUAGES) {
    const layout = layOut(score, { timeline, chapters }, language);
    const words = WORDS[language];
    const card = (currentRow) =>
      scoreSvg(layout, {
        heading: words.heading,
        kicker: dateOf(script.recording, language),
        originalLabel: words.original(words.languages[script.original]),
        interpretationLabel: words.interpretation(words.languages[script.other]),
        currentRow
      });
    const poster = { palette: true, colors: 16, dither: 0, effort: 10, compressionLevel: 9 };
    await png(card(null), POSTER_SIZE, join(mediaDir, `poster.${language}.png`), poster);
    cards[language] = [];
    for (const index of chapters.keys()) {
      const file = join(workDir, `card.${language}.${index}.png`);
      await png(card(index), VIDEO_SIZE, file, {});
      cards[language].push(file);
    }
  }
  return cards;
}

// Where a sentence may be cut: cue borders and line breaks by the preferences of seed/standin/README.md, section 3.
import { StandInError } from './script.mjs';

export const LINE_CHARS = 42;
const SHORT_PIECE_CHARS = 20;
const SHORT_LINE_CHARS = 12;
const NBSP = '\u00a0';

const words = (text) => new Set(text.split(' '));
const ARTICLES = {
  en: words('a an the'),
  es: words('el la los las un una unos unas lo al del')
};
const PREPOSITIONS = {
  en: words(
    'about above across after against among as at before behind beside between by during for from in into of off on over since through to toward under until upon with within without'
  ),
  es: words(
    'a ante bajo con contra de desde detrás durante en entre hacia hasta mediante para por según sin sobre tras al del'
  )
};
const CONJUNCTIONS = {
  en: words('and but or so that than who whom which because when where while if although'),
  es: words('y e o u ni pero que quien quienes porque cuando donde aunque si como cómo así')
};
// the relatives and conjunctions that open a good piece; "so that" and "para que" are looked at as pairs
const OPENERS = {
  en: words('and but or who which because when where while'),
  es: words('y e o u pero que quien quienes porque cuando donde aunque')
};
const OPENING_PAIRS = new Set(['so that', 'para que']);
const NEGATIONS = words('no not');
// Not forbidden by the rules, but a reader stumbles over them: a word that leans on the next one.
const LEANING = {
  en: words(
    'this that these those its his her their your our i you it he she we they is are was were be been had has have can will would may might most more fewer any every each very too'
  ),
  es: words(
    'su sus este esta estos estas ese esa esos esas se le les lo me nos mi tu es son era eran fue ha han había habían puede pueden puede más menos muy tan todo toda todas todos cada ningún ninguna'
  )
};

const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
const FORBIDDEN = 1000;

/** Cost of a cut between two words, 0 best; FORBIDDEN and more only when there is no other way. */
function cutCost(before, after, afterNext, language) {
  if (/[;:]["”»]?$/u.test(before)) return 0;
  if (/,["”»]?$/u.test(before)) return 1;
  const last = bare(before.split(NBSP).at(-1));
  const next = bare(after.split(NBSP)[0]);
  const pair = `${next} ${bare(afterNext ?? '')}`;
  if (ARTICLES[language].has(last) || PREPOSITIONS[language].has(last)) return FORBIDDEN;
  if (CONJUNCTIONS[language].has(last) || NEGATIONS.has(last)) return FORBIDDEN;
  const leaning = LEANING[language].has(last) ? 4 : 0;
  if (OPENERS[language].has(next) || OPENING_PAIRS.has(pair)) return 2 + leaning;
  if (PREPOSITIONS[language].has(next)) return 3 + leaning;
  if (/^[\d.,]+$/u.test(last)) return FORBIDDEN; // a figure and its unit
  return 5 + leaning;
}

/** Replaces the spaces inside the phrases that must stay whole, longest phrase first. */
function bind(text, keepTogether) {
  return [...keepTogether]
    .sort((a, b) => b.length - a.length)
    .reduce((bound, phrase) => bound.replaceAll(phrase, phrase.replaceAll(' ', NBSP)), text);
}

const unbind = (text) => text.replaceAll(NBSP, ' ');
const cutAt = (tokens, language) =>
  tokens.map((word, index) => {
    const after = tokens[index + 1];
    return after === undefined ? 0 : cutCost(word, after, tokens[index + 2], language);
  });

/** The best one or two lines for a piece, and what the break costs; null when it does not fit. */
function breakLines(tokens, cuts) {
  const whole = tokens.join(' ');
  if (whole.length <= LINE_CHARS) return { lines: [whole], cost: 0 };
  let best = null;
  for (let end = 1; end < tokens.length; end++) {
    const lines = [tokens.slice(0, end).join(' '), tokens.slice(end).join(' ')];
    if (lines.some((line) => line.length > LINE_CHARS)) continue;
    const [first = 0, second = 0] = lines.map((line) => line.length);
    const shorter = Math.min(first, second);
    const short = (shorter < SHORT_PIECE_CHARS ? 2 : 0) + (shorter < SHORT_LINE_CHARS ? 4 : 0);
    const cost = cuts[end - 1] + short;
    const uneven = Math.abs(first - second) / 1000; // decides between equals only
    if (!best || cost + uneven < best.cost) best = { lines, cost: cost + uneven };
  }
  return best;
}

/** Cuts one sentence into cues, all borders weighed together (least total cost). */
function cutSentence(tokens, language) {
  const cuts = cutAt(tokens, language);
  const whole = breakLines(tokens, cuts);
  if (whole && whole.cost < FORBIDDEN) return [whole.lines];
  const best = [{ cost: 0, cues: [] }];
  for (let end = 1; end <= tokens.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const piece = before && breakLines(tokens.slice(start, end), cuts.slice(start, end));
      if (!piece) continue;
      const chars = piece.lines.join(' ').length;
      const border = end < tokens.length ? 12 + 4 * cuts[end - 1] : 0;
      const short = chars < SHORT_PIECE_CHARS ? 40 : 0;
      const cost = before.cost + border + short + 2 * piece.cost + ((chars - 50) / 25) ** 2;
      if (!best[end] || cost < best[end].cost) best[end] = { cost, cues: [...before.cues, piece.lines] };
    }
  }
  return best[tokens.length]?.cues ?? null;
}

/**
 * The cues of a sentence in one language, each a list of one or two lines of at most 42 characters.
 * Cues fixed by hand in the script keep their borders; only their lines are broken.
 */
export function cuesOf(sentence, language, keepTogether) {
  const fixed = sentence.cues?.[language];
  const cues = fixed
    ? fixed.map((part) => {
        const tokens = bind(part, keepTogether).split(' ');
        return breakLines(tokens, cutAt(tokens, language))?.lines;
      })
    : cutSentence(bind(sentence[language], keepTogether).split(' '), language);
  if (!cues || cues.some((lines) => !lines))
    throw new StandInError(`${sentence.id}: no cue of two lines fits (${language})`);
  return cues.map((lines) => lines.map(unbind));
}

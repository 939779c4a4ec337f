import type { MomentSpans, Voice } from '#lib/domain/recordings/types.ts';

/** A cue of a reading track as the transcript needs it. */
export interface ReadingCue {
  startMs: number;
  endMs: number;
  /** With its markup. */
  text: string;
  speakerId: string | null;
  /** Null: what the track's role says. */
  voice: Voice | null;
  /** BCP 47; null: the track's. */
  language: string | null;
}

export interface ReadingColumn {
  /** BCP 47, the key in the moments' spans. */
  language: string;
  /** The voice of cues that say nothing of their own. */
  voice: Voice;
  cues: readonly ReadingCue[];
}

export interface PlacedMoment {
  /** Its place among the recording's moments, from 0. */
  position: number;
  startMs: number;
  endMs: number;
  spans: MomentSpans;
}

export interface PassageMoment {
  position: number;
  startMs: number;
  /** Cues of this moment; empty where the language says nothing here. */
  cues: readonly ReadingCue[];
}

export interface PassageColumn {
  language: string;
  voice: Voice;
  moments: PassageMoment[];
}

/** Some sentences of one speaker, in every language that is shown: one paragraph a language. */
export interface Passage {
  startMs: number;
  endMs: number;
  speakerId: string | null;
  /** In the order of the columns given. */
  columns: PassageColumn[];
}

/** Consecutive passages of one speaker. */
export interface PassageTurn {
  speakerId: string | null;
  passages: Passage[];
}

/** A pause as long as this parts a turn, as a reader would begin a new paragraph. */
const longPauseMs = 4000;
/** A passage is closed at the first end of a sentence, and at the latest when it is this long. */
const longestPassageMs = 20_000;

const endsSentence = (text: string) => /[.?!…:;]["'”’»)\]]*$/.test(text.trimEnd());

/** Which column a moment is heard in: the first that says something. */
function spoken(
  moment: PlacedMoment,
  columns: readonly ReadingColumn[]
): { first: ReadingCue; last: ReadingCue } | null {
  for (const { language, cues } of columns) {
    const span = moment.spans[language];
    const [first, last] = span ? [cues[span[0]], cues[span[1]]] : [];
    if (first && last) return { first, last };
  }
  return null;
}

/** What a passage's columns do not share must not be put into one paragraph. */
const sameVoices = (a: readonly PassageColumn[], b: readonly PassageColumn[]) =>
  a.every((column, i) => column.voice === b[i]?.voice && isSilent(column) === isSilent(b[i]));

const isSilent = (column: PassageColumn | undefined) => !column?.moments.some((moment) => moment.cues.length > 0);

function columnsOf(moment: PlacedMoment, columns: readonly ReadingColumn[]): PassageColumn[] {
  return columns.map(({ language, voice, cues }) => {
    const span = moment.spans[language];
    const mine = span ? cues.slice(span[0], span[1] + 1) : [];
    const said = { position: moment.position, startMs: moment.startMs, cues: mine };
    return { language, voice: mine[0]?.voice ?? voice, moments: [said] };
  });
}

/**
 * Moments as paragraphs by speaker turn. `columns` in the order in which they stand, the original first: it says who speaks and
 * where sentences end. Moments in which no column speaks are left out.
 */
export function turnsOfPassages(moments: readonly PlacedMoment[], columns: readonly ReadingColumn[]): PassageTurn[] {
  const turns: PassageTurn[] = [];
  let open = false;
  for (const moment of moments) {
    const heard = spoken(moment, columns);
    if (!heard) continue;
    const next = columnsOf(moment, columns);
    const turn = turns.at(-1);
    const last = turn?.passages.at(-1);
    const { speakerId } = heard.first;
    const pause = last ? moment.startMs - last.endMs : 0;
    const goesOn = turn !== undefined && turn.speakerId === speakerId && pause < longPauseMs;
    if (goesOn && last && open && moment.endMs - last.startMs <= longestPassageMs && sameVoices(last.columns, next)) {
      last.columns.forEach((column, i) => column.moments.push(...(next[i]?.moments ?? [])));
      last.endMs = Math.max(last.endMs, moment.endMs);
    } else {
      const passage = { startMs: moment.startMs, endMs: moment.endMs, speakerId, columns: next };
      if (goesOn) turn.passages.push(passage);
      else turns.push({ speakerId, passages: [passage] });
    }
    open = !endsSentence(heard.last.text.replaceAll(/<[^>]*>/g, ''));
  }
  return turns;
}

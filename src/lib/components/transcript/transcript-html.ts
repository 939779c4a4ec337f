import { cueHtml, escapeHtml } from '#lib/components/transcript/cue-html.ts';
import type { CaptionFormat } from '#lib/domain/captions/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { textIn, type Localized } from '#lib/domain/i18n/localized.ts';
import { recordingMessages } from '#lib/domain/i18n/messages/recording.ts';
import { trackMessages } from '#lib/domain/i18n/messages/tracks.ts';
import { languageName } from '#lib/domain/recordings/names.ts';
import type { Passage, PassageColumn, PassageMoment, PassageTurn } from '#lib/domain/recordings/passages.ts';
import { clock, isoDuration, timeAnchor } from '#lib/domain/recordings/timecode.ts';
import type { Stretch, Voice } from '#lib/domain/recordings/types.ts';
import type { ColumnView } from '#lib/domain/recordings/view.ts';

export interface TranscriptInput {
  locale: Locale;
  columns: readonly ColumnView[];
  turns: readonly PassageTurn[];
  /** Whose markup the cues of a language are in. */
  formatOf: (language: string) => CaptionFormat;
  labelOf: (speakerId: string, language: string | null) => string | null;
  chapters: readonly { startMs: number; title: Localized }[];
  /** Where it is known that nobody interpreted into that language. */
  silencesOf: (language: string) => readonly Stretch[];
}

/** Solid: original. Broken: interpretation. Dotted: translated later. Thin: not known. */
const lineOf: Record<Voice, string> = { original: '', interpretation: ' x', translation: ' later', unknown: ' un' };

/** Passages that share one box: what is off the screen is laid out box by box, so a box must not grow without end. */
const passagesInBox = 4;
/** A chapter's heading stands before the passage that begins with it; captions come a little early or late. */
const chapterSlackMs = 500;

class Writer {
  private readonly out: string[] = [];
  private readonly anchors = new Set<string>();
  private readonly m: ReturnType<typeof trackMessages>;
  private readonly input: TranscriptInput;
  private lastVoices = '';

  constructor(input: TranscriptInput) {
    this.input = input;
    this.m = trackMessages(input.locale);
  }

  write(): string {
    const { chapters, columns } = this.input;
    this.out.push(`<div class="tx-grid" data-columns="${String(columns.length)}">`, this.heads());
    let next = 0;
    for (const turn of this.input.turns) {
      let box: Passage[] = [];
      let isFirst = true;
      const flush = () => {
        if (box.length > 0) this.box(turn, box, isFirst);
        isFirst = isFirst && box.length === 0;
        box = [];
      };
      for (const passage of turn.passages) {
        while (next < chapters.length && (chapters[next]?.startMs ?? 0) <= passage.startMs + chapterSlackMs) {
          flush();
          isFirst = true;
          this.chapter(next++);
        }
        box.push(passage);
        if (box.length === passagesInBox) flush();
      }
      flush();
    }
    return `${this.out.join('')}</div>`;
  }

  private heads(): string {
    const heads = this.input.columns.map(
      ({ language, ownName, voice, role }) =>
        `<div class="head" data-lang="${escapeHtml(language)}"><p class="label" lang="${escapeHtml(language)}">` +
        `<span class="vl${lineOf[voice]}" aria-hidden="true"></span>${escapeHtml(ownName)}</p>` +
        `<p>${escapeHtml(role === 'mixed' ? this.m.column.mixed : this.m.column[voice])}</p></div>`
    );
    return `<div class="tx-heads"><span></span>${heads.join('')}</div>`;
  }

  /** The page's language as the heading, the other one beside it as a line of its own: heard once, seen twice. */
  private chapter(index: number): void {
    const chapter = this.input.chapters[index];
    if (!chapter) return;
    const { locale, columns } = this.input;
    const titles = columns.map(({ language }) => ({ language, title: titleIn(chapter.title, language) }));
    const heading =
      titles.find(({ language, title }) => title && language === locale) ?? titles.find(({ title }) => title);
    const cells = titles.map(({ language, title }) => {
      const tag = heading?.language === language ? 'h3' : 'p';
      const alt = tag === 'p' ? ' alt' : '';
      return `<${tag} class="title${alt}" lang="${escapeHtml(language)}">${escapeHtml(title ?? '')}</${tag}>`;
    });
    const only = heading ? '' : `<h3 class="title">${escapeHtml(textIn(chapter.title, locale))}</h3>`;
    this.out.push(
      `<div class="chap" id="c${String(index + 1)}"><p class="m">${timeElement(chapter.startMs)}</p>${cells.join('')}${only}</div>`
    );
  }

  private box(turn: PassageTurn, passages: Passage[], isFirst: boolean): void {
    this.out.push(`<div class="turn ${boxSize(passages)}${isFirst ? '' : ' on'}">`);
    passages.forEach((passage, i) => this.passage(turn, passage, isFirst && i === 0));
    this.out.push('</div>');
  }

  private passage(turn: PassageTurn, passage: Passage, opensTurn: boolean): void {
    const { startMs, endMs } = passage;
    const anchor = timeAnchor(startMs);
    const own = this.claim(anchor) ? ` id="${anchor}"` : '';
    const voices = passage.columns.map(({ voice }) => voice).join();
    const says = passage.columns.map((column) => this.column(passage, column, voices !== this.lastVoices));
    this.lastVoices = voices;
    this.out.push(
      `<div class="passage"${own} data-start="${String(startMs)}" data-end="${String(endMs)}"><div class="m">`,
      opensTurn ? this.speaker(turn, passage) : '',
      `<a class="tc" href="#${anchor}">${timeElement(startMs)}</a></div>${says.join('')}</div>`
    );
  }

  private claim(id: string): boolean {
    if (this.anchors.has(id)) return false;
    this.anchors.add(id);
    return true;
  }

  /** Once per turn, with the language spoken where it is known. */
  private speaker({ speakerId }: PassageTurn, { columns }: Passage): string {
    const { labelOf, locale } = this.input;
    const heard = columns.find(
      ({ voice, moments }) => voice === 'original' && moments.some(({ cues }) => cues.length > 0)
    );
    const language = heard && (heard.moments.find(({ cues }) => cues.length > 0)?.cues[0]?.language ?? heard.language);
    const who = speakerId && (labelOf(speakerId, locale) ?? this.m.transcript.someone);
    const spoken = language && this.m.transcript.spokenIn(languageName(language, locale));
    return `${who ? `<b class="who">${escapeHtml(who)}</b> ` : ''}${spoken ? `<span class="role">${escapeHtml(spoken)}</span> ` : ''}`;
  }

  private column(passage: Passage, column: PassageColumn, isNews: boolean): string {
    const { language, voice, moments } = column;
    const view = this.input.columns.find((each) => each.language === language);
    const lang = escapeHtml(language);
    const spoken = moments.filter(({ cues }) => cues.length > 0);
    const note = this.note(passage, column, view, isNews, spoken.length === 0);
    const tag = note ? `<span class="tag" lang="${this.input.locale}">${escapeHtml(note)}</span>` : '';
    if (spoken.length === 0) return `<div class="say none" data-lang="${lang}">${tag}</div>`;
    const language2 = spoken[0]?.cues[0]?.language;
    const words = spoken.map((moment) => this.moment(moment, passage, column)).join(' ');
    return `<div class="say${lineOf[voice]}" data-lang="${lang}" lang="${escapeHtml(language2 ?? language)}">${tag}<p>${words}</p></div>`;
  }

  /** The anchors of a moment stand in the first column that says it; the first moment's time is the passage's own. */
  private moment(moment: PassageMoment, passage: Passage, column: PassageColumn): string {
    const { formatOf, labelOf } = this.input;
    const { language } = column;
    const label = (speaker: string) => labelOf(speaker, language);
    const words = moment.cues.map(({ text }) => cueHtml(text, formatOf(language), label)).join(' ');
    const id = `m-${String(moment.position)}`;
    if (!this.claim(id)) return words;
    const time = timeAnchor(moment.startMs);
    const mark = moment.startMs !== passage.startMs && this.claim(time) ? `<span id="${time}"></span>` : '';
    return `${mark}<span id="${id}">${words}</span>`;
  }

  private note(
    { startMs, endMs }: Passage,
    { voice, language }: PassageColumn,
    view: ColumnView | undefined,
    isNews: boolean,
    isEmpty: boolean
  ): string | null {
    const { transcript } = this.m;
    const isInterpretation = view?.voice === 'interpretation';
    const silence = isInterpretation
      ? this.input.silencesOf(language).find((each) => each.startMs < endMs && each.endMs > startMs)
      : undefined;
    const gap = silence && transcript.noInterpretation(this.seconds(silence));
    if (isEmpty) return gap ?? transcript.nothing(view?.name ?? language);
    if (!isNews || voice === view?.voice) return null;
    if (voice === 'translation') return gap ? `${gap} ${transcript.translatedLater}` : transcript.translatedLater;
    return voice === 'interpretation'
      ? transcript.interpretedHere
      : voice === 'original'
        ? transcript.originalHere
        : null;
  }

  private seconds({ startMs, endMs }: Stretch): string {
    return recordingMessages(this.input.locale).time.shortSeconds(Math.max(1, Math.round((endMs - startMs) / 1000)));
  }
}

const timeElement = (ms: number) => `<time datetime="${isoDuration(ms)}">${clock(ms)}</time>`;

const titleIn = (title: Localized, language: string): string | undefined =>
  language.startsWith('es') ? title.es : language.startsWith('en') ? title.en : undefined;

/** About how tall a box will be, as a class: z1 is 150 px, each next one twice that. Server HTML has no style attributes. */
function boxSize(passages: Passage[]): string {
  const height = passages.reduce((sum, { columns }) => {
    const longest = Math.max(
      ...columns.map(({ moments }) =>
        moments.reduce((n, { cues }) => n + cues.reduce((k, { text }) => k + text.length, 0), 0)
      )
    );
    return sum + 24 + 30 * Math.ceil(longest / 44);
  }, 0);
  return `z${String(Math.min(6, Math.max(1, Math.round(Math.log2(height / 150)) + 1)))}`;
}

/**
 * The transcript as it stands in the document: by speaker turn, one paragraph a language and passage, an anchor for each moment
 * (t-HHMMSS by its time, m-N by its place). A string, because a component for each of thousands of passages costs more than
 * everything else on the page together.
 */
export const transcriptHtml = (input: TranscriptInput): string => new Writer(input).write();

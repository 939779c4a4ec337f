/** Words of a transcript that somebody wants to quote. */
export interface Selected {
  /** The passage that they end in: the bar stands below it. */
  passage: HTMLElement;
  language: string;
  text: string;
  /** Media time at which their first passage begins. */
  startMs: number;
}

const columnOf = (node: Node): HTMLElement | null => {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>('.say[data-lang]') ?? null;
};

/** The part of a paragraph that lies in the range. */
function wordsIn(paragraph: Element, range: Range): string {
  const part = document.createRange();
  part.selectNodeContents(paragraph);
  if (range.comparePoint(paragraph, 0) < 0 && paragraph.contains(range.startContainer)) {
    part.setStart(range.startContainer, range.startOffset);
  }
  if (paragraph.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

const joined = (texts: readonly string[]) => texts.join(' ').replace(/\s+/gu, ' ').trim();

/**
 * What is selected inside the transcript, in the language in which the selection begins: the other column lies between
 * two passages of one language and is not meant. Null: nothing, or nothing of one language.
 */
export function selectedWords(panel: HTMLElement, selection: Selection | null): Selected | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!panel.contains(range.commonAncestorContainer)) return null;
  const language = columnOf(range.startContainer)?.dataset.lang ?? columnOf(range.endContainer)?.dataset.lang;
  if (!language) return null;
  const columns = Array.from(panel.querySelectorAll<HTMLElement>('.say[data-lang]')).filter(
    (column) => column.dataset.lang === language && range.intersectsNode(column)
  );
  const said = columns.flatMap((column) => {
    const paragraph = column.querySelector('p');
    const text = paragraph && range.intersectsNode(paragraph) ? wordsIn(paragraph, range) : '';
    return text.trim() ? [{ column, text }] : [];
  });
  const first = said[0]?.column.closest<HTMLElement>('.passage');
  const passage = said.at(-1)?.column.closest<HTMLElement>('.passage');
  const text = joined(said.map((part) => part.text));
  return first && passage && text ? { passage, language, text, startMs: Number(first.dataset.start) } : null;
}

/** A whole passage in the language asked for, else in the first one that is shown. */
export function wordsOfPassage(passage: HTMLElement, language: string): Selected | null {
  const shown = Array.from(passage.querySelectorAll<HTMLElement>('.say[data-lang]')).filter(
    (column) => column.querySelector('p') && column.checkVisibility()
  );
  const column = shown.find(({ dataset }) => dataset.lang === language) ?? shown[0];
  const text = joined([column?.querySelector('p')?.textContent ?? '']);
  const spoken = column?.dataset.lang;
  return spoken && text ? { passage, language: spoken, text, startMs: Number(passage.dataset.start) } : null;
}

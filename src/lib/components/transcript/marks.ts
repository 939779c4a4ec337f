import type { FoundPlace } from '#lib/components/transcript/find.ts';

/** Text nodes of an element with the offset at which each begins in its whole text. */
function textNodes(element: Element): { node: Text; from: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let from = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, from });
    from += node.length;
  }
  return nodes;
}

/** Wraps [start, end) of the element's text; a stretch over several nodes gets a mark in each. */
function wrap(element: Element, start: number, end: number, isCurrent: boolean): void {
  for (const { node, from } of textNodes(element)) {
    const first = Math.max(start - from, 0);
    const last = Math.min(end - from, node.length);
    if (first >= last) continue;
    const word = first > 0 ? node.splitText(first) : node;
    if (last - first < word.length) word.splitText(last - first);
    const mark = document.createElement('mark');
    if (isCurrent) mark.className = 'here';
    word.replaceWith(mark);
    mark.append(word);
  }
}

/** Marks the words found, from the end of each paragraph to its beginning, so that offsets stay right. */
export function markPlaces(places: readonly FoundPlace[], current: FoundPlace | undefined): void {
  const stretches = places
    .flatMap((place) => place.marks.map(({ start, end }) => ({ place, start, end })))
    .sort((a, b) => b.start - a.start);
  for (const { place, start, end } of stretches) wrap(place.paragraph, start, end, place === current);
}

/** Leaves the text as it was, in one node where it was one. */
export function unmark(places: readonly FoundPlace[]): void {
  for (const paragraph of new Set(places.map((place) => place.paragraph))) {
    for (const mark of Array.from(paragraph.querySelectorAll('mark'))) mark.replaceWith(...Array.from(mark.childNodes));
    paragraph.normalize();
  }
}

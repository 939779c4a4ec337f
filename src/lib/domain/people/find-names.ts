/*
 * Finds a name in texts however it is written there: with and without accents, in capitals, over a line's end, with a
 * no-break space. Used where a person must not be found any more, so it rather finds too much.
 */

/** Letters in lower case without their marks, and for each where it began and ended in the text. */
function folded(text: string): { letters: string; starts: number[]; ends: number[] } {
  let letters = '';
  const [starts, ends]: [number[], number[]] = [[], []];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const plain = /\p{M}/u.test(character) ? '' : plainOf(character);
    if (plain === '' && ends.length > 0) ends[ends.length - 1] = end;
    // runs of space are one space
    else if (plain !== ' ' || !letters.endsWith(' ')) {
      for (const letter of plain) {
        letters += letter;
        starts.push(at);
        ends.push(end);
      }
    } else ends[ends.length - 1] = end;
    at = end;
  }
  return { letters, starts, ends };
}

const plainOf = (character: string): string =>
  /\s/u.test(character)
    ? ' '
    : /['’‘`]/.test(character)
      ? "'"
      : character.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where one of the names stands in a text, as whole words; from, to in the text. Longer names first, nothing twice. */
export function nameRanges(text: string, names: readonly string[]): [number, number][] {
  const { letters, starts, ends } = folded(text);
  const taken: [number, number][] = [];
  const wanted = names.map((name) => folded(name.trim()).letters).filter((name) => name.length > 1);
  for (const name of wanted.sort((a, b) => b.length - a.length)) {
    for (let at = letters.indexOf(name); at >= 0; at = letters.indexOf(name, at + 1)) {
      const last = at + name.length - 1;
      if (isLetter(letters[at - 1]) || isLetter(letters[last + 1])) continue;
      const range: [number, number] = [starts[at] ?? 0, ends[last] ?? text.length];
      if (taken.every(([from, to]) => range[1] <= from || range[0] >= to)) taken.push(range);
    }
  }
  return taken.sort((a, b) => a[0] - b[0]);
}

export function withoutNames(text: string, names: readonly string[], instead: string): string {
  let rest = text;
  for (const [from, to] of nameRanges(text, names).reverse()) rest = rest.slice(0, from) + instead + rest.slice(to);
  return rest;
}

/** The spellings that a person is looked for by, before an organizer adds others: the whole name and the last of it. */
export function spellingsOf(name: string): string[] {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  return words.length > 1 && last.length > 3 ? [words.join(' '), last] : [words.join(' ')];
}

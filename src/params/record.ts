import { kindOfWord } from '#lib/domain/records/kinds.ts';

/** Which words below /manage are kinds of records: events, people, words … */
export const match = (word: string) => kindOfWord(word) !== null;

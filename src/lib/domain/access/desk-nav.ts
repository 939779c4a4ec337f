import { reaches, type Role } from '#lib/domain/access/viewer.ts';
import type { DeskMessages } from '#lib/domain/i18n/messages/desk.en.ts';

export interface DeskEntry {
  /** Names the words: `nav` in messages/desk. */
  key: keyof DeskMessages['nav'];
  /** The path below /manage, as words for pathIn. */
  path: readonly string[];
  /** The least role that has something to do there. */
  role: Role;
  /** Stands a little apart from those before it. */
  apart?: boolean;
}

/** The navigation of the desk, in this order. A new area of the desk adds its row. */
export const deskEntries: readonly DeskEntry[] = [
  { key: 'desk', path: [], role: 'captioner' },
  { key: 'inbox', path: ['inbox'], role: 'captioner' },
  { key: 'captions', path: ['captions'], role: 'captioner', apart: true },
  { key: 'uploads', path: ['media'], role: 'editor' },
  { key: 'recordings', path: ['recordings'], role: 'captioner' },
  { key: 'events', path: ['events'], role: 'captioner' },
  { key: 'series', path: ['series'], role: 'editor' },
  { key: 'people', path: ['people'], role: 'editor' },
  { key: 'organizations', path: ['organizations'], role: 'editor' },
  { key: 'pages', path: ['pages'], role: 'editor' },
  { key: 'campaigns', path: ['campaigns'], role: 'editor' },
  { key: 'actions', path: ['actions'], role: 'editor' },
  { key: 'topics', path: ['topics'], role: 'editor' },
  { key: 'timeline', path: ['timeline'], role: 'editor' },
  { key: 'glossary', path: ['words'], role: 'editor' },
  { key: 'images', path: ['images'], role: 'editor' },
  { key: 'organizers', path: ['organizers'], role: 'admin', apart: true },
  { key: 'settings', path: ['settings'], role: 'admin' },
  { key: 'log', path: ['log'], role: 'publisher' },
  { key: 'system', path: ['system'], role: 'admin' },
  { key: 'account', path: ['account'], role: 'captioner' }
];

/** What this role sees of it. */
export const deskEntriesFor = (role: Role): DeskEntry[] => deskEntries.filter((entry) => reaches(role, entry.role));

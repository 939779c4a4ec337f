import { expect, test } from 'vitest';
import type { Action } from '#lib/domain/access/action.ts';
import { anonymous, type Role, type Viewer } from '#lib/domain/access/viewer.ts';
import type { PublicationState } from '#lib/domain/archive/types.ts';
import { assertCan, listed } from '#lib/server/access/index.ts';
import { DomainError } from '#lib/server/errors.ts';

const as = (viewer: Viewer) => ({ viewer, now: () => 1000 });
const organizer = (role: Role): Viewer => ({ kind: 'organizer', userId: 'u', role });
const kindOf = (viewer: Viewer, action: Action, state: PublicationState | null) => {
  try {
    assertCan(as(viewer), action, state && { state, publishAt: null });
    return 'allowed';
  } catch (error) {
    return error instanceof DomainError ? error.kind : error;
  }
};

test.each<[string, Viewer, Action, PublicationState | null, string]>([
  ['a visitor of a public page', anonymous, 'page:read', 'public', 'allowed'],
  ['a visitor who has guessed the address of a draft', anonymous, 'page:read', 'draft', 'missing'],
  ['a visitor who tries to change a draft', anonymous, 'page:edit', 'draft', 'missing'],
  ['a visitor of a withdrawn page', anonymous, 'page:read', 'withdrawn', 'gone'],
  ['a visitor of a deleted page', anonymous, 'page:read', 'deleted', 'missing'],
  ['a visitor who tries to change a public page', anonymous, 'page:edit', 'public', 'not-allowed'],
  ['an editor who tries to publish', organizer('editor'), 'page:publish', 'submitted', 'not-allowed'],
  ['an editor who makes a page', organizer('editor'), 'page:create', null, 'allowed'],
  ['a visitor who makes a page', anonymous, 'page:create', null, 'not-allowed']
])('%s', (_, viewer, action, state, kind) => {
  expect(kindOf(viewer, action, state)).toBe(kind);
});

test('of what is withdrawn it is said when', () => {
  const object = { state: 'withdrawn', publishAt: null, updatedAt: 500 } as const;
  expect(() => assertCan(as(anonymous), 'page:read', object)).toThrow(
    expect.objectContaining({ code: 'page.gone', data: { at: 500 } })
  );
});

test('lists name what is public, to organizers as well', () => {
  const rows = [
    { id: 'a', state: 'public', publishAt: null },
    { id: 'b', state: 'draft', publishAt: null },
    { id: 'c', state: 'unlisted', publishAt: null },
    { id: 'd', state: 'scheduled', publishAt: 1000 },
    { id: 'e', state: 'scheduled', publishAt: 1001 }
  ] as const;
  for (const viewer of [anonymous, organizer('admin')]) {
    expect(listed(as(viewer), 'event:list', [...rows]).map(({ id }) => id)).toEqual(['a', 'd']);
  }
});

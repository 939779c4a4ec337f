import { describe, expect, test } from 'vitest';
import { archiveActions, subjects, verbs, type Action } from '#lib/domain/access/action.ts';
import { can } from '#lib/domain/access/can.ts';
import { opennessOf } from '#lib/domain/access/publication.ts';
import { publicationStates, type PublicationState } from '#lib/domain/archive/types.ts';
import { anonymous, operator, roles, type Role, type Viewer } from '#lib/domain/access/viewer.ts';

const now = 1_600_000_000_000;
const object = (state: PublicationState, publishAt: number | null = null) => ({ state, publishAt });
const organizers = roles.map((role): Viewer => ({ kind: 'organizer', userId: 'u', role }));
const everyone = [anonymous, ...organizers, operator('import')];
const nameOf = (viewer: Viewer) => (viewer.kind === 'organizer' ? viewer.role : viewer.kind);
const whoMay = (action: Action, of: Parameters<typeof can>[2]) =>
  everyone
    .filter((viewer) => can(viewer, action, of, now))
    .map(nameOf)
    .join(' ');

const all = 'anonymous captioner editor publisher admin operator';
const signedIn = 'captioner editor publisher admin operator';

describe.each(subjects)('%s', (subject) => {
  test.each([
    ['draft', null, signedIn, ''],
    ['submitted', null, signedIn, ''],
    ['scheduled', null, signedIn, ''],
    ['scheduled', now + 1, signedIn, ''],
    ['scheduled', now, all, all],
    ['public', null, all, all],
    ['unlisted', null, all, ''],
    ['withdrawn', null, signedIn, ''],
    ['deleted', null, 'publisher admin operator', '']
  ] as const)('%s (from %s) is read by [%s] and listed for [%s]', (state, publishAt, readers, listedFor) => {
    expect(whoMay(`${subject}:read`, object(state, publishAt))).toBe(readers);
    expect(whoMay(`${subject}:list`, object(state, publishAt))).toBe(listedFor);
  });
});

const editors = 'editor publisher admin operator';
const publishers = 'publisher admin operator';
test.each<[Action, PublicationState | null, string]>([
  ['event:create', null, editors],
  ['event:edit', 'draft', editors],
  ['event:edit', 'public', editors],
  ['event:submit', 'draft', editors],
  ['event:publish', 'submitted', publishers],
  ['event:withdraw', 'public', publishers],
  ['event:delete', 'draft', publishers],
  ['event:edit', 'deleted', ''],
  ['event:publish', 'deleted', ''],
  ['track-version:create', null, signedIn],
  ['track-version:edit', 'draft', signedIn],
  ['track-version:submit', 'draft', signedIn],
  ['track-version:publish', 'submitted', publishers],
  ['archive:see-drafts', null, signedIn],
  ['archive:manage-people', null, 'admin operator'],
  ['archive:change-settings', null, 'admin operator'],
  ['archive:read-log', null, 'publisher admin operator']
])('%s on %s: [%s]', (action, state, who) => {
  expect(whoMay(action, state && object(state))).toBe(who);
});

test('a visitor may do nothing but read and list, whatever the state', () => {
  const changing = verbs.filter((verb) => verb !== 'read' && verb !== 'list');
  const actions = subjects.flatMap((subject) => changing.map((verb): Action => `${subject}:${verb}`));
  for (const action of [...actions, ...archiveActions]) {
    for (const of of [null, ...publicationStates.map((state) => object(state, now - 1))]) {
      expect(can(anonymous, action, of, now), `${action} on ${of?.state}`).toBe(false);
    }
  }
});

test('no object, no permission: only creating goes without one', () => {
  for (const verb of verbs.filter((one) => one !== 'create')) expect(whoMay(`recording:${verb}`, null)).toBe('');
  expect(whoMay('recording:create', object('draft'))).toBe('');
});

test('a withdrawn object leaves a tombstone, a deleted one leaves nothing', () => {
  expect(opennessOf(object('withdrawn'), now)).toBe('tombstone');
  expect(opennessOf(object('deleted'), now)).toBe('hidden');
});

describe('who works within some series only', () => {
  const within = (seriesIds: readonly string[] | null, role: Role = 'admin'): Viewer => ({
    ...{ kind: 'organizer', userId: 'u', role, seriesIds }
  });
  const mine = { state: 'draft', publishAt: null, seriesIds: ['tour', 'other'] } as const;
  const theirs = { state: 'draft', publishAt: null, seriesIds: ['other'] } as const;
  const ofNone = { state: 'draft', publishAt: null } as const;
  const row = (seriesId: string | null) => ({ state: 'draft', publishAt: null, seriesId }) as const;

  test.each<[Action, Parameters<typeof can>[2], boolean]>([
    ['event:edit', mine, true],
    ['event:edit', theirs, false],
    ['event:edit', ofNone, false],
    ['event:edit', row('tour'), true],
    ['event:edit', row('other'), false],
    ['event:edit', row(null), false],
    ['event:read', mine, true],
    ['event:read', theirs, false],
    ['event:publish', theirs, false],
    ['recording:edit', mine, true],
    ['recording:edit', ofNone, false],
    ['recording:publish', mine, true],
    ['track-version:submit', mine, true],
    ['track-version:submit', theirs, false],
    ['series:edit', mine, true],
    ['series:edit', theirs, false],
    ['person:edit', mine, false],
    ['organization:edit', mine, false],
    ['campaign:edit', mine, false],
    ['action:edit', mine, false],
    ['page:read', mine, false],
    ['topic:edit', mine, false],
    ['image:edit', mine, false],
    ['archive:see-drafts', null, true],
    ['archive:manage-people', null, false],
    ['archive:change-settings', null, false],
    ['archive:read-log', null, false]
  ])('%s of %o: %s', (action, object, allowed) => {
    expect(can(within(['tour']), action, object, now)).toBe(allowed);
    expect(can(within(null), action, object, now)).toBe(true);
    expect(can(within([]), action, object, now)).toBe(action === 'archive:see-drafts');
  });

  test('what visitors may, they may as well, of every series', () => {
    for (const subject of subjects) {
      expect(can(within(['tour']), `${subject}:read`, object('public'), now)).toBe(true);
      expect(can(within(['tour']), `${subject}:list`, object('public'), now)).toBe(true);
      expect(can(within(['tour']), `${subject}:edit`, object('public'), now)).toBe(false);
    }
  });

  test('they make new things of their series only, and no more than their role may', () => {
    const creates = (seriesIds: string[] | undefined, role?: Role) =>
      can(within(['tour'], role), 'event:create', null, now, seriesIds);
    expect([creates(['tour']), creates(['other']), creates([]), creates(undefined)]).toEqual([
      true,
      false,
      false,
      false
    ]);
    expect(creates(['tour'], 'captioner')).toBe(false);
    expect(can(within(['tour'], 'editor'), 'event:publish', mine, now)).toBe(false);
  });
});

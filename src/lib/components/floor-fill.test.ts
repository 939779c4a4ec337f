import { expect, test } from 'vitest';
import { fillIn } from '#lib/components/floor-fill.ts';
import { lowerScopes } from '../../../vite.floor.ts';

/** An old browser's own: arrays and texts that know less. */
class OldArray {
  readonly length = 4;
  readonly 0 = 1;
  readonly 1 = 2;
  readonly 2 = 3;
  readonly 3 = 4;
  declare at: (index: number) => unknown;
  declare findLast: (isWanted: (n: number) => boolean) => unknown;
}

test('what old browsers lack of the language is filled in, and does what it is to do', () => {
  const old: { Object: { hasOwn?: (owner: object, name: string) => boolean } } = { Object: {} };
  fillIn({ Array: OldArray, String: { prototype: {} }, Uint8Array: { prototype: {} }, Object: old.Object });
  const list = new OldArray();
  expect([list.at(-1), list.at(0), list.at(9), list.at(-9)]).toEqual([4, 1, undefined, undefined]);
  expect(list.findLast((n) => n < 3)).toBe(2);
  expect(list.findLast((n) => n > 9)).toBeUndefined();
  expect([old.Object.hasOwn?.({ a: 1 }, 'a'), old.Object.hasOwn?.({}, 'toString')]).toEqual([true, false]);
  expect(Object.keys(list)).toEqual(['0', '1', '2', '3', 'length']);
});

test('what a browser has is left alone', () => {
  const own = () => 'own';
  const modern = { prototype: { at: own, findLast: own } };
  fillIn({ Array: modern, String: modern, Uint8Array: modern, Object });
  expect(modern.prototype).toEqual({ at: own, findLast: own });
});

test('a scope is written so that the oldest browsers keep the rule', () => {
  expect(lowerScopes('a:where(.svelte-1u9) b:where(.svelte-1u9):hover{color:red}')).toBe(
    'a.svelte-1u9 b.svelte-1u9:hover{color:red}'
  );
});

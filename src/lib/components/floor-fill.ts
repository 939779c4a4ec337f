// What the oldest browsers lack of the language and the pages' scripts use. To be imported first.

/** Chrome 92, Safari 15.4, Firefox 90. */
function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

/** Chrome 97, Safari 15.4, Firefox 104. */
function findLast(
  this: ArrayLike<unknown>,
  isWanted: (item: unknown, index: number, all: unknown) => unknown
): unknown {
  for (let index = this.length - 1; index >= 0; index--) if (isWanted(this[index], index, this)) return this[index];
  return undefined;
}

/** Chrome 93, Safari 15.4, Firefox 92. */
const hasOwn = (owner: object, name: string): boolean => Object.prototype.hasOwnProperty.call(owner, name);

interface Built {
  Array: { prototype: object };
  String: { prototype: object };
  Uint8Array: { prototype: object };
  Object: object;
}

/** Adds what is missing and leaves alone what is there. */
export function fillIn(built: Built): void {
  const define = (owner: object, name: string, value: unknown) => {
    if (!(name in owner)) Object.defineProperty(owner, name, { value, configurable: true, writable: true });
  };
  for (const { prototype } of [built.Array, built.String, built.Uint8Array]) define(prototype, 'at', at);
  define(built.Array.prototype, 'findLast', findLast);
  define(built.Object, 'hasOwn', hasOwn);
}

fillIn(globalThis);

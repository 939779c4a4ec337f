import { expect, test } from 'vitest';
import { readYaml } from '#lib/server/import/yaml.ts';

const read = (text: string) => readYaml(text, new WeakMap());

test('values come with the line that they stand on, those of an alias with the line of its anchor', () => {
  const lines = new WeakMap<object, Map<string | null, number>>();
  const { value, problems } = readYaml('a: 1\nb: &b\n  c: x\n  d:\n    - y\n    - z\ne: *b\n', lines);
  expect(problems).toEqual([]);
  expect(value).toEqual({ a: 1, b: { c: 'x', d: ['y', 'z'] }, e: { c: 'x', d: ['y', 'z'] } });
  const inner = typeof value === 'object' && value !== null && 'e' in value ? value.e : null;
  expect(typeof inner === 'object' && inner ? lines.get(inner)?.get('d') : null).toBe(4);
});

const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
for (let level = 1; level < 12; level++) {
  bomb.push(`a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(', ')}]`);
}

test.each([
  ['nested aliases that would be 10^12 values', bomb.join('\n'), 'yaml-too-large'],
  ['an alias inside what it stands for', 'a: &a [1, *a]', 'yaml-alias'],
  ['an alias without an anchor', 'a: *nobody', 'yaml-alias'],
  ['brackets without end', '['.repeat(50_000), 'yaml'],
  [
    'a group in a group in a group',
    Array.from({ length: 100 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    'yaml-too-deep'
  ],
  ['a tag of a programming language', 'a: !!js/function "function () {}"', 'yaml-tag'],
  ['a tag for bytes', 'a: !!binary aGk=', 'yaml-tag'],
  ['a tag of its own', 'a: !secret x', 'yaml-tag'],
  ['the same key twice', 'a: 1\nb: 2\na: 3', 'yaml-duplicate-key'],
  ['a group as a key', '? {a: 1}\n: 2', 'yaml-key'],
  ['two documents', 'a: 1\n---\nb: 2', 'yaml-syntax'],
  ['a colon too many', 'a: b: c', 'yaml-syntax'],
  ['a tab as indentation', 'a:\n\tb: 1', 'yaml-syntax']
])('%s', (_, text, code) => {
  const { value, problems } = read(text);
  expect(value).toBe(null);
  expect(problems.map((problem) => problem.code).join(' ')).toContain(code);
  expect(problems.every(({ line }) => line >= 1)).toBe(true);
});

test('keys that JavaScript gives a meaning to are plain keys', () => {
  const { value } = read('__proto__:\n  polluted: 1\nconstructor: 2\ntoString: 3\n');
  expect(typeof value === 'object' && value ? Object.keys(value) : null).toEqual([
    '__proto__',
    'constructor',
    'toString'
  ]);
  expect('polluted' in {}).toBe(false);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('many keys take time in proportion to their number', { timeout: 60_000 }, () => {
  const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: ${i}`).join('\n');
  const take = (count: number) => {
    const text = keys(count);
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      read(text);
      return performance.now() - start;
    });
    return Math.min(...times);
  };
  const [small, large] = [take(2000), take(16_000)];
  expect(large / small).toBeLessThan(24); // 8 if linear, 64 if each key looked at all others
});

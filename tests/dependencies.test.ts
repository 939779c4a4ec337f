import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
interface Package {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;

/** The packages of the section's table, each with a reason. */
function listed(section: string): string[] {
  const text = read('docs/dependencies.md').split(`## ${section}`)[1]?.split('\n## ')[0] ?? '';
  return [...text.matchAll(/^\| `([^`]+)` +\| (\S.{10,}) \|$/gm)].map(([, name]) => name ?? '');
}

test.each([
  ['Run time', dependencies, 25],
  ['Build and test', devDependencies, 40]
])(
  '%s: every package has its reason in docs/dependencies.md, and there are not too many',
  (section, packages, most) => {
    expect(listed(section).sort()).toEqual(Object.keys(packages).sort());
    expect(Object.keys(packages).length).toBeLessThanOrEqual(most);
  }
);

test('every version is exact', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test('lucia is there without its adapters, which would store tokens as they are', () => {
  expect(
    Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith('@lucia-auth/'))
  ).toEqual([]);
});

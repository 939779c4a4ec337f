import { expect, test } from 'vitest';
import { shownName, speakerLabel } from '#lib/domain/people/shown-name.ts';

const person = (display: 'full_name' | 'pseudonym' | 'hidden', mayRead = true) => ({
  name: 'Ana López',
  display,
  pseudonym: { es: 'Una vecina', en: 'A neighbor' },
  mayRead
});

test.each([
  ['full_name', true, 'Ana López', 'Ana L.'],
  ['full_name', false, null, null],
  ['pseudonym', true, 'Una vecina', 'Una vecina'],
  ['pseudonym', false, null, null],
  ['hidden', true, null, null]
] as const)('%s, readable %s: named %s, in captions %s', (display, mayRead, name, label) => {
  expect(shownName(person(display), mayRead, 'es')).toBe(name);
  expect(speakerLabel({ labels: { es: 'Ana L.' }, person: person(display, mayRead) }, 'es')).toBe(label);
});

test.each([
  [{ es: 'Narradora 1', en: 'Narrator 1' }, 'es', 'Narradora 1'],
  [{ en: 'Narrator 1' }, 'es', 'Narrator 1'],
  [{ en: 'Narrator 1' }, null, 'Narrator 1'],
  [{}, 'en', null]
])('a speaker whom we do not know keeps the label of the files: %j in %s is %s', (labels, language, label) => {
  expect(speakerLabel({ labels, person: null }, language)).toBe(label);
});

test('a known person without a label in the files is called by name', () => {
  expect(speakerLabel({ labels: {}, person: person('full_name') }, 'es')).toBe('Ana López');
});

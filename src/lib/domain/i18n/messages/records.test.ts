import { expect, test } from 'vitest';
import { locales } from '#lib/domain/i18n/locale.ts';
import { fieldWords, problemWords, recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import { fieldGroups, type Field } from '#lib/domain/records/fields.ts';
import { recordKinds } from '#lib/domain/records/kinds.ts';

const withInner = (field: Field): Field[] =>
  field.type === 'list' ? [field, ...field.of.flatMap(withInner)] : [field];

test.each(locales)('every field of every kind has its words in %s', (locale) => {
  const groups: Record<string, string> = recordsMessages(locale).groups;
  for (const kind of recordKinds) {
    for (const { label, fields } of fieldGroups[kind]) {
      expect(groups[label], label).toBeTypeOf('string');
      for (const field of fields.flatMap(withInner)) expect(fieldWords(locale, field.label).label).toMatch(/^[A-ZÁ]/);
    }
  }
});

test.each(locales)('every limit says in %s what to do, and names the numbers', (locale) => {
  const words = problemWords(locale, { code: 'longer-than', data: { length: 301, max: 300 } });
  expect(words).toContain('301');
  expect(words).toContain('300');
  expect(problemWords(locale, { code: 'never-heard-of', data: {} })).toBe(recordsMessages(locale).problems.other());
});

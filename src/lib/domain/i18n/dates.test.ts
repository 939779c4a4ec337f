import { expect, test } from 'vitest';
import type { ArchiveDate } from '#lib/domain/archive/types.ts';
import { dateLine, formatBounds, formatInstant, formatSpan } from '#lib/domain/i18n/dates.ts';

const nothing: ArchiveDate = {
  value: null,
  precision: 'unknown',
  year: null,
  notBefore: null,
  notAfter: null,
  inferred: [],
  label: null
};

test.each<[Partial<ArchiveDate>, en: string, es: string]>([
  [{ value: '2020-04-16', precision: 'day' }, 'April 16, 2020', '16 de abril de 2020'],
  [{ value: '2019-07', precision: 'month' }, 'July 2019, day not recorded', 'Julio de 2019, no consta el día'],
  [{ value: '2018', precision: 'year' }, '2018', '2018'],
  [{ value: '2020-21', precision: 'season' }, 'Spring 2020, day not recorded', 'Primavera de 2020, no consta el día'],
  [
    { value: '2019-08-09', precision: 'day', year: 'inferred' },
    'August 9, 2019, year inferred',
    '9 de agosto de 2019, año deducido'
  ],
  [
    { notAfter: '2020-04-16' },
    'Not after April 16, 2020, day not recorded',
    'A más tardar el 16 de abril de 2020, no consta el día'
  ],
  [
    { notBefore: '2019-07' },
    'No earlier than July 2019, day not recorded',
    'No antes de julio de 2019, no consta el día'
  ],
  [
    { label: { en: 'Spring 2020 (day not known)', es: 'Primavera de 2020 (sin fecha exacta)' } },
    'Spring 2020, day not known',
    'Primavera de 2020, sin fecha exacta'
  ],
  [{}, 'Date not recorded', 'Sin fecha'],
  [{ value: 'someday', precision: 'day' }, 'Someday', 'Someday']
])('%j claims no more than is known', (date, en, es) => {
  expect(dateLine({ ...nothing, ...date }, 'en')).toBe(en);
  expect(dateLine({ ...nothing, ...date }, 'es')).toBe(es);
});

test('bounds on both sides', () => {
  const bounds = { notBefore: '2020-03-17', notAfter: '2020-12-31' };
  expect(formatBounds(bounds, 'en')).toBe('between March 17, 2020 and December 31, 2020');
  expect(formatBounds(bounds, 'es')).toBe('entre el 17 de marzo de 2020 y el 31 de diciembre de 2020');
});

test('an instant is told in the zone of the event, with the zone', () => {
  const at = Date.UTC(2020, 5, 10, 22, 0);
  expect(formatInstant(at, 'America/New_York', 'en')).toMatch(/June 10, 2020.*6:00.PM EDT/);
  expect(formatInstant(at, 'America/Guatemala', 'es')).toMatch(/10 de junio de 2020.*4:00.*p\.m\./);
});

test('a span names its day once, and only a start when no end is known', () => {
  const at = Date.UTC(2020, 5, 10, 22, 0);
  expect(formatSpan(at, at + 5_400_000, 'America/New_York', 'en')).toMatch(/^June 10, 2020, 6:00.–.7:30.PM EDT$/);
  expect(formatSpan(at, null, 'America/New_York', 'en')).toBe(formatInstant(at, 'America/New_York', 'en'));
});

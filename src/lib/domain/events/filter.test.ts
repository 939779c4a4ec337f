import { expect, test } from 'vitest';
import { eventFilters, isEventFilter, isPast, passes, type Filterable } from '#lib/domain/events/filter.ts';

const today = '2020-06-10';
const event = (some: Partial<Filterable>): Filterable => ({
  status: 'scheduled',
  attendance: 'in_person',
  latestDate: null,
  ...some
});

test.each<[string, Partial<Filterable>, boolean]>([
  ['held, whatever its date', { status: 'held' }, true],
  ['cancelled before its day', { status: 'cancelled', latestDate: '2020-12-01' }, true],
  ['yesterday', { latestDate: '2020-06-09' }, true],
  ['today', { latestDate: '2020-06-10' }, false],
  ['some day of this month', { latestDate: '2020-06' }, false],
  ['some day of last month', { latestDate: '2020-05' }, true],
  ['some day of this year', { latestDate: '2020' }, false],
  ['no date at all', {}, false]
])('%s: past is %s', (_, some, past) => {
  expect(isPast(event(some), today)).toBe(past);
});

test.each<[string, Partial<Filterable>, string]>([
  ['a stop that was cancelled', { status: 'cancelled', latestDate: '2020-04-16' }, 'all cancelled'],
  ['a webinar that was held', { status: 'held', attendance: 'online', latestDate: '2020-04-16' }, 'all past online'],
  ['a meeting to come', { latestDate: '2020-07-01' }, 'all upcoming'],
  ['one moved online, to come', { status: 'moved_online', latestDate: '2020-07-01' }, 'all upcoming online'],
  ['one for both', { attendance: 'mixed', latestDate: '2020-07-01' }, 'all upcoming online'],
  ['one without status', { status: null }, 'all upcoming']
])('%s stands under: %s', (_, some, filters) => {
  expect(eventFilters.filter((filter) => passes(filter, event(some), today)).join(' ')).toBe(filters);
});

test('a filter that we do not know is none', () => {
  expect(isEventFilter('cancelled')).toBe(true);
  expect(isEventFilter('drop')).toBe(false);
  expect(isEventFilter(null)).toBe(false);
});

import ical from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { hasDay, icsCalendar } from '#lib/domain/feeds/ics.ts';
import { canaries, sameLineEnds } from '../../../../tests/support/canaries.ts';
import { archiveEntry, eventEntry } from '../../../../tests/support/entries.ts';
import { day } from '../../../../tests/support/factories.ts';

const calendar = { archive: archiveEntry, name: 'Calendar', url: 'https://archive.example/en/calendar.ics' };
const read = (text: string) => new ical.Component(ical.parse(text));
beforeEach(() => ical.TimezoneService.reset());

const first = (text: string) => {
  const component = read(text);
  for (const zone of component.getAllSubcomponents('vtimezone')) ical.TimezoneService.register(zone);
  const [event] = component.getAllSubcomponents('vevent');
  if (!event) throw new Error('no event');
  return { component, event, times: new ical.Event(event) };
};

const headers = 'version prodid calscale name x-wr-calname url refresh-interval x-published-ttl source'.split(' ');

// what a calendar drops: control characters other than line feeds
const words = (text: string) => sameLineEnds(text);

describe.each(Object.entries(canaries))('%s comes back as words', (_, canary) => {
  const text = icsCalendar({ ...calendar, name: canary }, [eventEntry(canary)]);
  test('in title, description and place; nothing new appears beside them', () => {
    const { component, event } = first(text);
    expect(event.getFirstPropertyValue('summary')).toBe(words(`Cancelled: ${canary}`));
    expect(event.getFirstPropertyValue('description')).toContain(words(canary));
    expect(event.getFirstPropertyValue('location')).toBe(words(canary));
    expect(component.getAllProperties().map(({ name }) => name)).toEqual(headers);
    expect(event.getAllProperties('attendee')).toEqual([]);
    expect(component.getAllSubcomponents('vevent')).toHaveLength(1);
  });
  test('in lines of at most 75 octets that end in CR LF', () => {
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/(?<!\r)\n/);
    // a fold inside a character would show as a replacement character in each piece
    expect(lines.some((line) => Buffer.from(line).toString() !== line)).toBe(false);
  });
});

test('a cancelled stop tells the calendar so: same UID, higher sequence, status, whole day', () => {
  const planned = eventEntry('Stop', { log: [] });
  const cancelled = eventEntry('Stop');
  const before = first(icsCalendar(calendar, [planned]));
  const after = first(icsCalendar(calendar, [cancelled]));
  expect(after.times.uid).toBe(before.times.uid);
  expect(after.times.uid).toBe('0b0c3f5e-8a55-4d8e-9a53-3f1f0a9f7a01@acervo');
  expect([before.times.sequence, after.times.sequence]).toEqual([0, 1]);
  expect(before.event.getFirstPropertyValue('status')).toBeNull();
  expect(after.event.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(after.times.startDate.isDate).toBe(true);
  expect([after.times.startDate.toString(), after.times.endDate.toString()]).toEqual(['2020-06-10', '2020-06-11']);
  expect(after.event.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-02-01T00:00:00Z');
});

const none = {
  value: null,
  precision: 'unknown',
  year: null,
  notBefore: null,
  notAfter: null,
  inferred: [],
  label: null
} as const;
test.each([
  ['a day', day('2020-06-10'), null, true],
  ['a month', { ...day('2020-06'), precision: 'month' as const }, null, false],
  ['a day whose year was inferred', { ...day('2019-08-09'), year: 'inferred' as const }, null, false],
  ['a season', { ...day('2020-21'), precision: 'season' as const }, null, false],
  ['bounds only', { ...none, inferred: [] }, null, false],
  ['a time', { ...none, inferred: [] }, 0, true]
])('the calendar and an event with %s', (_, date, startsAt, expected) => {
  const entry = eventEntry('x', { date, startsAt });
  expect(hasDay(entry)).toBe(expected);
  expect(read(icsCalendar(calendar, [entry])).getAllSubcomponents('vevent')).toHaveLength(expected ? 1 : 0);
});

// The independent parser computes the instant from our VTIMEZONE alone.
test.each([
  ['America/New_York', '2020-06-10T22:00:00.000Z'],
  ['America/New_York', '2020-01-10T23:30:00.000Z'],
  ['America/Guatemala', '2020-06-11T00:00:00.000Z'],
  ['Europe/Dublin', '2024-07-01T18:00:00.000Z'],
  ['Australia/Lord_Howe', '2021-12-24T08:15:00.000Z'],
  ['Asia/Kathmandu', '2019-03-01T06:15:00.000Z'],
  ['America/Sao_Paulo', '2018-12-01T12:00:00.000Z']
])('%s at %s is the same moment after a second parser read our rules of the zone', (timeZone, iso) => {
  const startsAt = Date.parse(iso);
  const { times } = first(
    icsCalendar(calendar, [eventEntry('x', { startsAt, endsAt: startsAt + 5_400_000, timeZone })])
  );
  expect(times.startDate.zone.tzid).toBe(timeZone);
  expect(times.startDate.toJSDate().toISOString()).toBe(iso);
  expect(times.endDate.toJSDate().getTime() - startsAt).toBe(5_400_000);
});

test('each zone is written once, an unknown one not at all: the time is then in UTC', () => {
  const entries = [1, 2, 3].map((n) =>
    eventEntry('x', { startsAt: Date.UTC(2015 + n, 6, 1), timeZone: n === 3 ? 'Mars/Olympus' : 'America/Guatemala' })
  );
  const text = icsCalendar(calendar, entries);
  expect(read(text).getAllSubcomponents('vtimezone')).toHaveLength(1);
  expect(text).toContain('DTSTART:20180701T000000Z');
});

test('hostile addresses stay inside their property', () => {
  const text = icsCalendar(calendar, [
    eventEntry('x', { url: 'https://archive.example/en/x\r\nATTENDEE:mailto:a@b.c "ñ' })
  ]);
  const { event } = first(text);
  expect(event.getAllProperties('attendee')).toEqual([]);
  expect(event.getFirstPropertyValue('url')).toBe(
    'https://archive.example/en/x%0D%0AATTENDEE:mailto:a@b.c%20%22%C3%B1'
  );
});

import { expect, test } from 'vitest';
import { LoadGuard } from '#lib/server/http/load.ts';

const minute = 60_000;

test('one address gets so many answers a minute, then 429 with the time to wait; others are not touched', () => {
  const guard = new LoadGuard({ requestsPerMinute: 3 });
  const ask = (address: string, now = 0) => guard.refusal('/en/x', address, now)?.status ?? 200;
  expect([1, 2, 3, 4].map(() => ask('192.0.2.1'))).toEqual([200, 200, 200, 429]);
  expect(guard.refusal('/en/x', '192.0.2.1', 20_000)).toEqual({ why: 'limited', status: 429, retryAfterSeconds: 40 });
  expect(ask('192.0.2.2')).toBe(200);
  expect(ask('192.0.2.1', minute)).toBe(200);
});

test.each([
  ['the same /64', '2001:db8:1:2::1', '2001:db8:1:2:ffff::9', 429],
  ['another /64', '2001:db8:1:2::1', '2001:db8:1:3::1', 200]
])('IPv6 counts by %s', (_, first, second, status) => {
  const guard = new LoadGuard({ requestsPerMinute: 1 });
  guard.refusal('/en', first, 0);
  expect(guard.refusal('/en', second, 0)?.status ?? 200).toBe(status);
});

test.each([
  ['/en/search', 503],
  ['/api/v1/events', 503],
  ['/media/aa/video.mp4', 200],
  ['/_app/immutable/x.js', 200],
  ['/healthz', 200],
  ['/readyz', 200],
  ['/metrics', 200]
])('when too much is open, %s is answered %i', (path, status) => {
  const guard = new LoadGuard({ requestsPerMinute: 100, mostAtOnce: 2 });
  const ends = [guard.begin('/en/a'), guard.begin('/en/b'), guard.begin('/media/long.mp4')];
  expect(guard.active).toBe(2);
  expect(guard.refusal(path, '192.0.2.1', 0)?.status ?? 200).toBe(status);
  for (const end of ends) end();
  for (const end of ends) end(); // ended once, however often it is said
  expect(guard.active).toBe(0);
  expect(guard.refusal(path, '192.0.2.1', 0)).toBe(null);
});

test('a loop that is late sheds, and recovers', () => {
  let late = 2000;
  const guard = new LoadGuard({ requestsPerMinute: 100, mostDelayMs: 1500, delayMs: () => late });
  expect(guard.refusal('/en', '192.0.2.1', 0)).toEqual({ why: 'shed', status: 503, retryAfterSeconds: 5 });
  late = 10;
  expect(guard.refusal('/en', '192.0.2.1', 0)).toBe(null);
});

test('the memory of addresses has a bound', () => {
  const guard = new LoadGuard({ requestsPerMinute: 1 });
  for (let i = 0; i < 50_000; i++) guard.refusal('/en', `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, 0);
  // the first ones are forgotten, the last are known
  expect(guard.refusal('/en', '10.0.0.0', 0)).toBe(null);
  expect(guard.refusal('/en', '10.0.195.79', 0)?.status).toBe(429);
});

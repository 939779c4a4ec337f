import { expect, test } from 'vitest';
import { RateLimit } from '#lib/server/http/rate-limit.ts';

test('each address has its own count, which begins anew with each window', () => {
  const limit = new RateLimit({ requests: 2, windowMs: 1000 });
  expect(limit.take('a', 0)).toEqual({ allowed: true, remaining: 1, resetSeconds: 1 });
  expect(limit.take('a', 10).allowed).toBe(true);
  expect(limit.take('a', 20)).toEqual({ allowed: false, remaining: 0, resetSeconds: 1 });
  expect(limit.take('b', 20).allowed).toBe(true);
  expect(limit.take('a', 1000).allowed).toBe(true);
});

test('a crowd of addresses does not fill the memory: the oldest are forgotten', () => {
  const limit = new RateLimit({ requests: 1, windowMs: 1000, most: 2 });
  for (const address of ['a', 'b', 'c']) limit.take(address, 0);
  expect(limit.take('c', 1).allowed).toBe(false);
  expect(limit.take('a', 1).allowed).toBe(true);
});

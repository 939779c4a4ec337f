import { expect, test } from 'vitest';
import { Paces } from '#lib/server/http/pace.ts';

test('one address gets its bytes a second over all its connections; a second’s worth is free after a rest', () => {
  const paces = new Paces(1000);
  expect(paces.waitMs('192.0.2.1', 1000, 5000)).toBe(0);
  expect(paces.waitMs('192.0.2.1', 500, 5000)).toBe(500);
  expect(paces.waitMs('192.0.2.1', 500, 5000)).toBe(1000);
  expect(paces.waitMs('192.0.2.2', 500, 5000)).toBe(0);
  expect(paces.waitMs('192.0.2.1', 1000, 9000)).toBe(0);
});

test('addresses of one /64 share', () => {
  const paces = new Paces(1000);
  paces.waitMs('2001:db8::1', 2000, 5000);
  expect(paces.waitMs('2001:db8::2', 1, 5000)).toBe(1001);
  expect(paces.waitMs('2001:db8:0:1::2', 1, 5000)).toBe(0);
});

import { expect, test } from 'vitest';
import { formatBytes } from '#lib/domain/i18n/sizes.ts';

test.each([
  [0, '0 B'],
  [740, '740 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [41_234, '41 kB'],
  [999_600, '1 MB'],
  [1_249_000, '1.2 MB'],
  [31_400_000, '31 MB'],
  [5_368_709_120, '5.4 GB']
])('%i bytes are %s in both languages', (bytes, text) => {
  expect(formatBytes(bytes, 'en')).toBe(text);
  expect(formatBytes(bytes, 'es')).toBe(text);
});

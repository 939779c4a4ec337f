import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeImportSchema } from '../scripts/import-schema.ts';

test('docs/import.schema.json is what the validation schema says; `npm run schema` writes it', async () => {
  const written = readFileSync(new URL('../docs/import.schema.json', import.meta.url), 'utf8');
  expect(written).toBe(await makeImportSchema());
});

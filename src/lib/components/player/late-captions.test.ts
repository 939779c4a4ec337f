import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lateCaptions } from '#lib/components/player/late-captions.ts';
import config from '../../../../svelte.config.js';

test('the policy of pages lets the inline script run that keeps captions until something plays', () => {
  const hash = createHash('sha256').update(lateCaptions).digest('base64');
  expect(config.kit?.csp?.directives?.['script-src']).toContain(`sha256-${hash}`);
});

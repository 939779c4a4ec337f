import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import ErrorView from '#lib/components/layout/ErrorView.svelte';

const at = Date.UTC(2026, 4, 7, 12);
const htmlOf = (props: { locale: 'en' | 'es'; status: number; code?: string; at?: number }) =>
  render(ErrorView, { props: { reference: '', ...props } }).body;

test('what was withdrawn leaves a note that says what it was and when', () => {
  const html = htmlOf({ locale: 'en', status: 410, code: 'recording.gone', at });
  expect(html).toContain('<h1>This recording was withdrawn from the archive.</h1>');
  expect(html).toContain('<time datetime="2026-05-07">Withdrawn on May 7, 2026.</time>');
  expect(htmlOf({ locale: 'es', status: 410, code: 'event.gone', at })).toMatch(
    /<h1>Esta actividad se retiró del archivo\.<\/h1>[\s\S]*Se retiró el 7 de mayo de 2026\./
  );
});

test.each([
  [410, 'password-link.gone', 'This was withdrawn from the archive.'],
  [404, 'recording.missing', 'This page is not in the archive.'],
  [500, 'unexpected', 'Something broke on our side.']
])('%i with the code %s has words of its own', (status, code, title) => {
  const html = htmlOf({ locale: 'en', status, code });
  expect(html).toContain(`<h1>${title}</h1>`);
  expect(html).not.toContain('<time');
});

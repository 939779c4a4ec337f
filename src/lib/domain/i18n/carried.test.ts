import { expect, test } from 'vitest';
import { carryChoices, readingModeOf, withoutScript } from '#lib/domain/i18n/carried.ts';

const modeOf = (query: string) => readingModeOf(new URLSearchParams(query));

test.each([
  ['a page', '<a href="/en/people">x</a>', '<a href="/en/people?text=1&amp;read=es">x</a>'],
  ['the front page', '<a href="/es">x</a>', '<a href="/es?text=1&amp;read=es">x</a>'],
  ['a place on a page', '<a href="/en/x#t-1">x</a>', '<a href="/en/x?text=1&amp;read=es#t-1">x</a>'],
  ['a page with a query', '<a href="/en?page=2">x</a>', '<a href="/en?page=2&amp;text=1&amp;read=es">x</a>'],
  ['the switch itself', '<a href="/en?text=0">x</a>', '<a href="/en?text=0&amp;read=es">x</a>'],
  ['the same page', '<a class="a" href="/en/here">x</a>', '<a class="a" href="/en/here?text=1">x</a>'],
  ['a part of the same page', '<a href="#find">x</a>', '<a href="#find">x</a>'],
  ['another site', '<a href="https://a.example/en">x</a>', '<a href="https://a.example/en">x</a>'],
  ['a file', '<a href="/en/events/x/event.ics">x</a>', '<a href="/en/events/x/event.ics">x</a>'],
  ['media', '<a href="/media/a.mp4">x</a>', '<a href="/media/a.mp4">x</a>'],
  ['a link that is none', '<p data-href="/en/x">/en/x</p>', '<p data-href="/en/x">/en/x</p>'],
  ['an element that only begins like a link', '<abbr href="/en/x">', '<abbr href="/en/x">'],
  [
    'a search',
    '<form action="/en/search"><input name="q"></form>',
    '<form action="/en/search"><input type="hidden" name="text" value="1"><input type="hidden" name="read" value="es"><input name="q"></form>'
  ],
  [
    'a form that says it itself',
    '<form method="get"><input name="text" value="1"></form>',
    '<form method="get"><input type="hidden" name="read" value="es"><input name="text" value="1"></form>'
  ],
  [
    'a form that changes something',
    '<form method="post" action="/en/x"><b></b></form>',
    '<form method="post" action="/en/x"><b></b></form>'
  ],
  [
    'each of two forms',
    '<form method="POST"><b></b></form><form><input name="read"></form>',
    '<form method="POST"><b></b></form><form><input type="hidden" name="text" value="1"><input name="read"></form>'
  ]
])('%s takes along what the reader chose', (_, html, carried) => {
  expect(carryChoices(html, '/en/here', modeOf('text=1&read=es'))).toBe(carried);
});

test('without a choice a page stays as it is, and a choice that is none is not repeated', () => {
  const html = '<a href="/en">x</a>';
  for (const query of ['', 'text=2', 'read=%22%3E%3Cscript%3E', 'q=1'])
    expect(carryChoices(html, '/en', modeOf(query))).toBe(html);
  expect(carryChoices(html, '/', modeOf('text=0'))).toBe('<a href="/en?text=0">x</a>');
});

test('a page that is taken over in the browser keeps its elements', () => {
  const html = '<a href="/en">x</a><form></form><script>__sveltekit_1 = {}</script>';
  expect(carryChoices(html, '/', modeOf('text=0'))).toBe(html.replace('/en', '/en?text=0'));
});

test('a page without script keeps what it says to machines', () => {
  const data = '<script type="application/ld+json">{"a":1}</script>';
  const html = `<link rel="modulepreload" href="/a.js"><link rel="stylesheet" href="/a.css"><script type="module" src="/b.js"></script>${data}<script>start()</script><p>`;
  expect(withoutScript(html)).toBe(`<link rel="stylesheet" href="/a.css">${data}<p>`);
});

import { expect, test } from 'vitest';
import { plainText, renderMarkdown } from '#lib/domain/pages/markdown.ts';

test.each([
  ['markup is text', '<script>alert(1)</script> <b>x</b>', /^<p>&lt;script&gt;alert\(1\)&lt;\/script&gt; &lt;b&gt;/],
  ['no address that runs', '[x](javascript:alert(1))', /^<p>\[x\]\(javascript:alert\(1\)\)<\/p>/],
  ['no picture from elsewhere', '![x](https://example.org/x.png)', /^<p>!<a /],
  ['an own link stays plain', '[the tour](/en/series/tour)', /^<p><a href="\/en\/series\/tour">the tour<\/a><\/p>/],
  [
    'a link away says where to',
    '[CISPES](https://www.cispes.org/a)',
    /<a href="https:\/\/www.cispes.org\/a" rel="external noopener noreferrer" class="away">CISPES<\/a> <span class="away-host">\(cispes.org\)<\/span>/
  ],
  ['a link without a scheme leads away too', '[x](//example.org/)', /class="away"/],
  ['headings leave h1 and h2 to the page', '# One', /^<h3>One<\/h3>/],
  ['lists', '- a\n- b', /^<ul>\n<li>a<\/li>/]
])('%s', (_, source, html) => {
  expect(renderMarkdown(source)).toMatch(html);
});

test('no style and no handler can be written', () => {
  const html = renderMarkdown('[x](/a "on" onclick="y") `style="z"` <p style="color:red">');
  expect(html).not.toMatch(/<[^>]*(style|onclick)=/);
});

test('plain text keeps the words', () => {
  expect(plainText('**62,000** people\nin *2018*, [more](https://x.org)\n\n- a\n- b')).toBe(
    '62,000 people in 2018, more a b'
  );
});

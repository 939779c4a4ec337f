import { expect, test } from 'vitest';
import { treeOf } from '#lib/server/http/forms.ts';
import { keepFields, readKept } from '#lib/server/http/kept-form.ts';

const formOf = (fields: [string, string | Blob][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test('names with points become things within things, names with [] lists, line ends one sort', () => {
  const form = formOf([
    ['title.en', 'One'],
    ['title.es', 'Uno'],
    ['people[]', 'ana'],
    ['words', 'a\r\nb'],
    ['twice', '1'],
    ['twice', '2'],
    ['once', 'token']
  ]);
  expect(treeOf(form)).toEqual({ title: { en: 'One', es: 'Uno' }, people: ['ana'], words: 'a\nb', twice: '2' });
});

test.each(['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted', 'toString'])(
  'a field called %s reaches nothing beyond the form',
  (name) => {
    treeOf(formOf([[name, 'yes']]));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(typeof {}.toString).toBe('function');
  }
);

test('what is kept through signing in: all words in order, no password, files by name only', () => {
  const file = new File(['x'], 'captions.vtt');
  const kept = keepFields(
    formOf([
      ['title.en', 'a "b"\n</script>'],
      ['x[]', '1'],
      ['x[]', '2'],
      ['password', 'p'],
      ['file', file]
    ])
  );
  expect(kept).toEqual({
    fields: [
      ['title.en', 'a "b"\n</script>'],
      ['x[]', '1'],
      ['x[]', '2']
    ],
    files: ['captions.vtt']
  });
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
});

test.each([
  '',
  'x',
  '{}',
  '[]',
  'null',
  '{"fields":[["a"]],"files":[]}',
  '{"fields":[["a",1]],"files":[]}',
  '{"fields":{}}'
])('%s is not what was kept', (text) => expect(readKept(text)).toBeNull());

import { describe, expect, test } from 'vitest';
import { cueHtml } from '#lib/components/transcript/cue-html.ts';
import { transcriptHtml, type TranscriptInput } from '#lib/components/transcript/transcript-html.ts';
import { turnsOfPassages, type ReadingCue } from '#lib/domain/recordings/passages.ts';
import type { Voice } from '#lib/domain/recordings/types.ts';

const label = (key: string) => (key === 'ana' ? 'Ana & Co' : null);

test.each([
  ['vtt', 'Tom & <i>Jerry</i>', 'Tom &amp; <i>Jerry</i>'],
  ['vtt', '1 &lt; 2 <script>alert(1)</script>', '1 &lt; 2 alert(1)'],
  ['vtt', '<c.yellow>one</c>\ntwo', 'one two'],
  ['vtt', '- ¿Qué?\n- Nada.', '- ¿Qué?<br>- Nada.'],
  ['vtt', '<v ana>Hola.</v> <v nobody>Sí.</v>', '<b>Ana &amp; Co:</b> Hola. Sí.'],
  ['vtt', '<lang en>"safe" third</lang>', '<span lang="en">&quot;safe&quot; third</span>'],
  ['vtt', '<i><b>open', '<i><b>open</b></i>'],
  ['vtt', '</b>close<img src=x onerror=alert(1)>', 'close'],
  ['vtt', '<lang x" onclick="y>z</lang>', '<span lang="x&quot; onclick=&quot;y">z</span>'],
  ['vtt', '<i>one<b>two</i>three</b>', '<i>one<b>two</b></i>three'],
  ['srt', '{\\an8}<font color="red">red</font>', 'red'],
  ['txt', '<b>as it stands</b>', '&lt;b&gt;as it stands&lt;/b&gt;']
] as const)('%s cue %s', (format, text, html) => {
  expect(cueHtml(text, format, label)).toBe(html);
});

const cue = (startMs: number, text: string, more: Partial<ReadingCue> = {}): ReadingCue => ({
  ...{ startMs, endMs: startMs + 2000, text, speakerId: 'ana', voice: null, language: null },
  ...more
});
const view = (language: string, voice: Voice, ownName: string, name: string) => ({
  ...{ language, voice, ownName, name },
  role: voice === 'unknown' ? ('unknown' as const) : voice
});
function html(
  es: ReadingCue[],
  en: ReadingCue[],
  pairs: [number | null, number | null][],
  more: Partial<TranscriptInput> = {}
) {
  const span = (n: number | null): [number, number] | undefined => (n === null ? undefined : [n, n]);
  const moments = pairs.map(([a, b], position) => {
    const { startMs = 0, endMs = 0 } = (a === null ? undefined : es[a]) ?? (b === null ? undefined : en[b]) ?? {};
    const [inEs, inEn] = [span(a), span(b)];
    return { position, startMs, endMs, spans: { ...(inEs && { es: inEs }), ...(inEn && { en: inEn }) } };
  });
  const turns = turnsOfPassages(moments, [
    { language: 'es', voice: 'original', cues: es },
    { language: 'en', voice: 'interpretation', cues: en }
  ]);
  return transcriptHtml({
    locale: 'en',
    columns: [view('es', 'original', 'Español', 'Spanish'), view('en', 'interpretation', 'English', 'English')],
    turns,
    formatOf: () => 'vtt',
    labelOf: label,
    chapters: [],
    silencesOf: () => [],
    ...more
  });
}

describe('the transcript in the document', () => {
  test('says who speaks once a turn, in which language, with both columns marked', () => {
    const out = html(
      [cue(4000, 'Hola.'), cue(7000, 'Adiós.')],
      [cue(4000, 'Hello.'), cue(7000, 'Bye.')],
      [
        [0, 0],
        [1, 1]
      ]
    );
    expect(out.match(/class="who"/g)).toHaveLength(1);
    expect(out).toContain('<b class="who">Ana &amp; Co</b> <span class="role">in Spanish</span>');
    expect(out).toContain('<div class="passage" id="t-000004" data-start="4000" data-end="6000">');
    expect(out).toContain('<a class="tc" href="#t-000007"><time datetime="PT7S">0:07</time></a>');
    expect(out).toContain('<div class="say" data-lang="es" lang="es"><p><span id="m-0">Hola.</span></p></div>');
    expect(out).toContain('<div class="say x" data-lang="en" lang="en"><p>Hello.</p></div>');
  });

  test('a moment without interpretation says so, for how long when that is known', () => {
    const es = [cue(0, 'Uno.'), cue(40_000, 'Dos.')];
    const plain = html(
      es,
      [cue(0, 'One.')],
      [
        [0, 0],
        [1, null]
      ]
    );
    expect(plain).toContain('<span class="tag" lang="en">Nothing in English here.</span>');
    const known = html(
      es,
      [cue(0, 'One.')],
      [
        [0, 0],
        [1, null]
      ],
      {
        silencesOf: (language) => (language === 'en' ? [{ startMs: 39_000, endMs: 71_000 }] : [])
      }
    );
    expect(known).toContain('No interpretation was recorded here, 32 s.');
    const later = html(
      es,
      [cue(0, 'One.'), cue(40_000, 'Two.', { voice: 'translation' })],
      [
        [0, 0],
        [1, 1]
      ],
      {
        silencesOf: () => [{ startMs: 39_000, endMs: 71_000 }]
      }
    );
    expect(later).toContain('recorded here, 32 s. Translated later from the original.</span><p>Two.</p>');
    expect(later).toContain('class="say later"');
  });

  test('two moments in one second share no id, and moments inside a paragraph keep their anchors', () => {
    const es = [cue(1000, 'uno'), cue(1500, 'dos'), cue(3500, 'tres.')];
    const out = html(
      es,
      [],
      [
        [0, null],
        [1, null],
        [2, null]
      ]
    );
    const ids = [...out.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(['t-000001', 'm-0', 'm-1', 't-000003', 'm-2']);
  });

  test('a chapter opens a turn again and is one heading, with the other language as a line', () => {
    const chapters = [
      { startMs: 0, title: { en: 'Welcome', es: 'Bienvenida' } },
      { startMs: 7200, title: { es: 'Final' } }
    ];
    const out = html(
      [cue(0, 'Hola.'), cue(7000, 'Adiós.')],
      [],
      [
        [0, null],
        [1, null]
      ],
      { chapters }
    );
    expect(out.match(/<h3/g)).toHaveLength(2);
    expect(out).toContain('<p class="title alt" lang="es">Bienvenida</p><h3 class="title" lang="en">Welcome</h3>');
    expect(out).toContain('id="c2"');
    expect(out.match(/class="who"/g)).toHaveLength(2);
  });

  test('a speaker who may not be named is someone; nobody named is nobody', () => {
    const out = html(
      [cue(0, 'Uno.', { speakerId: 'rosa' }), cue(9000, 'Dos.', { speakerId: null })],
      [],
      [
        [0, null],
        [1, null]
      ]
    );
    expect(out).toContain('<b class="who">Someone</b>');
    expect(out.match(/class="who"/g)).toHaveLength(1);
  });

  test('no attribute that the policy of the page forbids', () => {
    const out = html([cue(0, 'Uno.')], [cue(0, '<i onclick=x>One.')], [[0, 0]]);
    expect(out).not.toMatch(/ style=| on\w+=/);
  });
});

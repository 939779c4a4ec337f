/** Texts that break outputs whose writers join strings: each must come back as words and nothing else. */
export const canaries: Readonly<Record<string, string>> = {
  refresh: '0;url=https://example.org" http-equiv="refresh',
  script: '</script><script>alert(1)</script>',
  comment: '<!--<script>]]>--> <![CDATA[x]]>',
  attendee: 'Acto\r\nATTENDEE:mailto:nobody@example.org\r\nEND:VEVENT',
  formula: '=HYPERLINK("https://example.org","gratis")',
  more: '+1+1;@SUM(A1);-2',
  lines: 'uno\u2028dos\u2029tres',
  bidi: 'abc\u202eDEF\u202c \u2066ghi\u2069',
  emoji: '👩🏽‍🌾🌽 ¡Ñandú! 👨‍👩‍👧‍👦',
  entities: '&amp; &lt; &#0; AT&T <b>x</b> \'"',
  tex: '\\input{/etc/passwd} 100% $x_1^2$ {#} ~',
  ris: 'a\nER  - \nTY  - JOUR',
  commas: 'a;b,c\\n\\,d:"e"',
  long: `${'Nunca más. '.repeat(930)}fin`
};

/** XML and ICS read line ends as one sort, and white space around words may be lost; nothing else may differ. */
export const sameLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

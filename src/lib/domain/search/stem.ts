import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { fold } from '#lib/domain/search/tokens.ts';

/** The languages whose words are stemmed. Words of other languages match by their folded form. */
export type StemLanguage = 'en' | 'es';

/** BCP 47 tag → the language whose stems are used, or null. */
export function stemLanguage(tag: string): StemLanguage | null {
  const [language] = tag.toLowerCase().split('-');
  return language === 'en' || language === 'es' ? language : null;
}

/**
 * The key by which forms of one word match: the Snowball stem of its own language, folded, with the reviewed exceptions
 * below. Expects a word of tokenize(). Never empty.
 */
export function stem(word: string, language: StemLanguage | null): string {
  if (language === null || /\p{N}/u.test(word)) return fold(word);
  return language === 'es' ? spanishStem(word) : englishStem(word);
}

// Plurals that Snowball leaves apart from their singulars.
const englishForms = new Map([
  ['women', 'woman'],
  ['men', 'man'],
  ['children', 'child'],
  ['feet', 'foot'],
  ['teeth', 'tooth'],
  ['mice', 'mouse']
]);

function englishStem(word: string): string {
  return fold(english(englishForms.get(word) ?? word)) || fold(word);
}

/**
 * Spanish words that take the stem of another form, written folded. Snowball strips -er and -en of mujer and joven as if
 * they were verbs, but leaves them on mujeres and jóvenes. Verbs in -eres and -enes (quieres, tienes) forbid a rule.
 */
const spanishForms = new Map<string, string>([
  ...(
    'mujeres talleres poderes deberes saberes seres placeres alquileres quehaceres menesteres amaneceres atardeceres ' +
    'pareceres haberes lideres canceres caracteres revolveres choferes jovenes examenes imagenes origenes crimenes virgenes ' +
    'volumenes regimenes resumenes margenes dictamenes certamenes germenes aborigenes martires paredes mercedes ' +
    'huespedes'
  )
    .split(' ')
    .map((plural): [string, string] => [plural, plural.slice(0, -2)]),
  ...'mamas papas cafes bebes comites quiches sofas pies webs compases'
    .split(' ')
    .map((plural): [string, string] => [plural, plural === 'compases' ? 'compás' : plural.slice(0, -1)]),
  ['desaparicion', 'desaparecer'],
  ['desapariciones', 'desaparecer'],
  ['aparicion', 'aparecer'],
  ['apariciones', 'aparecer']
]);

// Stems that the rules below would spoil: a family name that is not a form of perecer; antes is no plural of ante.
const keptApart = new Set(['perez', 'antes', 'correo', 'correos', 'posee', 'poseo', 'provee', 'proveo']);
// Subjunctives that look like plurals in -ares.
const verbsInAres = new Set('separes prepares compares declares ampares dispares repares aclares encares'.split(' '));

function spanishStem(word: string): string {
  const folded = fold(word);
  if (keptApart.has(folded)) return fold(spanish(folded)) || folded;
  // luz/luces, voz/voces: Snowball makes luc of the plural
  if (/[aeiou]z$/.test(folded) && folded.length > 2) return `${folded.slice(0, -1)}c`;
  return fold(spanish(spanishForms.get(folded) ?? byRule(word, folded))) || folded;
}

function byRule(word: string, folded: string): string {
  // typed without accents, the ending must still be seen: deportacion, antropologia, deportabamos, deportarian
  if (/[cstx]ion$/.test(word)) return `${word.slice(0, -2)}ón`;
  if (/logias?$/.test(word)) return word.replace(/logia(s?)$/, 'logía$1');
  if (/abamos$/.test(word)) return word.replace(/abamos$/, 'ábamos');
  if (/[aei]ria(n|mos)$/.test(word)) return word.replace(/ria(n|mos)$/, 'ría$1');
  // año/años, isla/islas, otro/otros: too short for Snowball, which needs two syllables before the plural
  if (/^[aeiouáéíóúü][^aeiouáéíóúü]+[aeiou]s$/.test(word)) return word.slice(0, -1);
  // ciudad/ciudades, lugar/lugares: of the singular Snowball takes the ending away, of the plural only -es
  if (/[dt]ades$/.test(folded) || (/ares$/.test(folded) && !verbsInAres.has(folded))) return word.slice(0, -2);
  // golpeó/golpear, planteo/plantear, línea/líneas: -ear is the infinitive that these forms belong to
  if (folded.length >= 5 && /[^aeiou]e[aoe]s?$/.test(folded)) return word.replace(/e[aoeáóé]s?$/, 'ear');
  return word;
}

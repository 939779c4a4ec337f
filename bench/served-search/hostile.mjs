// Questions that nobody asks who looks for something.
import { api, page } from './visitor.mjs';

const many = (/** @type {string} */ word, /** @type {number} */ times) => Array(times).fill(word).join(' ');

/** Paths. @param {{ kind: string, query: string }[]} truth */
export function hostileQueries(truth) {
  const typed = [
    ...truth.filter(({ kind }) => kind === 'hostile').map(({ query }) => query),
    'con* pro* des* est* per* com* tra* int* res* ent* cor* mar*',
    'con* OR pro* OR des* OR est* OR per* OR com* OR tra* OR int* OR res* OR ent* OR cor* OR mar*',
    '"con* pro* des* est* per* com* tra* int* res* ent* cor* mar*"',
    'de OR la OR que OR el OR en OR los OR del OR las OR por OR con OR una OR para',
    '"the of" OR "of the" OR "in the" OR "to the" OR "and the" OR "on the" OR "for the" OR "de la" OR "en la"',
    `"${many('la', 60)}"`,
    `"${many('de la', 30)}"`,
    `"${many("l'a d'e", 20)}"`,
    "a'b'c'd'e'f'g'h'i'j'k'l'm'n'o'p",
    'the -de -la -of -que -en -los -del -las -por -con -una',
    'speaker:"a" speaker:"e" speaker:"i" the OR de',
    'year:2020 voice:translation lang:es de OR la OR que',
    `${many('(', 190)}`,
    'NEAR(de la, 5) AND col:x ^de + -- ; \\ { } [ ]',
    '.*.*.*.*.*.*(a+)+$',
    '\u0000de\u0000la',
    '\ud800 de \udc00',
    `${many('ñ\u0303', 60)}`
  ];
  const deep = api({ q: 'de OR the', page: 2000, perPage: 200 });
  const raw = ['/api/v1/search?q=%ff%fe%C3%28', '/en/search?q=%', `/api/v1/search?q=${'a'.repeat(15_000)}`];
  return [...typed.flatMap((q) => [api({ q, perPage: 200 }), page(q)]), deep, ...raw];
}

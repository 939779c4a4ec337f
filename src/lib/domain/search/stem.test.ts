import { expect, test } from 'vitest';
import { stem, stemLanguage } from '#lib/domain/search/stem.ts';

const same = {
  es: [
    'desaparecido desaparecida desaparecidos desaparecieron desaparecer desaparición desapariciones',
    'deportar deportada deportados deportación deportaciones deportacion deportarían deportarian',
    'exhumar exhumadas exhumó exhumación exhumaron',
    // beyond Snowball: see docs/decisions/0008-word-rules.md
    'año años',
    'isla islas',
    'perdiz perdices',
    'voz voces',
    'raíz raíces',
    'golpear golpeó golpea golpeo golpeadas golpe golpes',
    'desear deseó desea deseos',
    'empleo emplear empleados empleó',
    'mujer mujeres',
    'joven jóvenes jovenes',
    'ciudad ciudades',
    'lugar lugares',
    'orden órdenes',
    'líder líderes',
    'línea líneas',
    'comité comités',
    'pared paredes'
  ],
  en: ['deport deported deporting deportations', 'agreement agreements', 'woman women', 'child children']
} as const;

test.each([...same.es.map((row) => ['es', row] as const), ...same.en.map((row) => ['en', row] as const)])(
  '%s: one word in the forms %s',
  (language, row) => {
    expect(new Set(row.split(' ').map((word) => stem(word, language))).size).toBe(1);
  }
);

test.each([
  ['es', 'año', 'ano'],
  ['es', 'niña', 'nina'],
  ['es', 'campana', 'campaña'],
  ['es', 'correo', 'correr'],
  ['es', 'pérez', 'perecer'],
  ['es', 'antes', 'ante'],
  ['es', 'querer', 'quien'],
  ['en', 'asylum', 'asylee']
] as const)('%s: %s and %s are different words', (language, a, b) => {
  expect(stem(a, language)).not.toBe(stem(b, language));
});

test('other languages and words with figures keep their folded form', () => {
  expect(stem('winaqíl', stemLanguage('quc'))).toBe('winaqil');
  expect(stem('covid19s', 'en')).toBe('covid19s');
  expect(stemLanguage('es-GT')).toBe('es');
});

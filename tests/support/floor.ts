/** What Chrome 87, Safari 14 or Firefox 91 does not know and would cost the page its shape (support tables of MDN). */
export const beyondTheFloor: [name: string, pattern: RegExp][] = [
  [':has()', /:has\(/],
  [':is() and :where()', /:(is|where)\(/],
  [':not() with a list', /:not\([^)]*,/],
  ['nesting', /(^|[{;])\s*&/m],
  ['container queries', /@container|container-type/],
  ['cascade layers', /@layer/],
  ['color-mix(), oklch() and relatives', /color-mix\(|ok(lch|lab)\(|\blab\(|\blch\(/],
  ['inset as a shorthand', /(^|[{;])\s*inset:/m],
  ['aspect-ratio', /aspect-ratio\s*:/],
  ['logical shorthands', /(margin|padding|border)-(inline|block)\s*:/],
  ['range syntax in media queries', /@media[^{]*[<>]/],
  ['dynamic viewport units', /\d(dvh|svh|lvh|dvw)\b/],
  ['subgrid', /subgrid/],
  ['light-dark()', /light-dark\(/]
];

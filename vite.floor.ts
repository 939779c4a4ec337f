import type { Plugin } from 'vite';

// The browser floor: Chrome 87, Safari 14, Firefox 91. What these do not know either costs a page its shape (styles) or its
// whole script (syntax, functions). The packer lowers syntax by `build.target`; what it leaves is looked at here, in what was built.

/** Support tables of MDN. */
export const beyondTheFloor: readonly (readonly [name: string, pattern: RegExp])[] = [
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

/** What src/lib/components/floor-fill.ts adds is not among these. */
export const scriptBeyondTheFloor: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['static blocks', /\bstatic\s*\{/],
  ['private names asked for with in', /#\w+ in /],
  ['copies of arrays', /\.(toSorted|toReversed|toSpliced)\(/],
  ['grouping', /\b(Object|Map)\.groupBy\(/],
  ['Intl.Segmenter', /Intl\.Segmenter/],
  ['Array.fromAsync()', /Array\.fromAsync/],
  ['AbortSignal.timeout() and any()', /AbortSignal\.(timeout|any)\(/],
  ['WeakRef', /\bnew WeakRef\(/]
];

/** What is looked for in each module, and which may have it. */
const inModules: readonly (readonly [name: string, pattern: RegExp, allowed: RegExp])[] = [
  // Safari 14 does not read a script that has one. Allowed where it is made when somebody searches whole words by a pattern;
  // where that is not understood, the search says so.
  ['lookbehind', /\(\?<[=!]/, /\/captions\/edit\/find\.ts$/],
  // Svelte tries it and goes on without
  ['structuredClone()', /\bstructuredClone\(/, /\/node_modules\/svelte\//]
];

/** Svelte writes scopes with :where(), which Chrome 87 throws away together with the rule. */
export const lowerScopes = (css: string): string => css.replaceAll(/:where\((\.svelte-[\w-]+)\)/g, '$1');

const found = (list: typeof beyondTheFloor, text: string) =>
  list.filter(([, pattern]) => pattern.test(text)).map(([name]) => name);

/** Lowers what the packer does not, and ends the build when something is left that the floor does not know. */
export const browserFloor = (): Plugin => ({
  name: 'acervo:browser-floor',
  generateBundle(_, bundle) {
    // of the server's bundle no browser sees anything
    if (this.environment.name !== 'client') return;
    const problems: string[] = [];
    for (const [file, output] of Object.entries(bundle)) {
      if (output.type === 'chunk') {
        problems.push(...found(scriptBeyondTheFloor, output.code).map((name) => `${file}: ${name}`));
        for (const [id, { code }] of Object.entries(output.modules)) {
          for (const [name, pattern, allowed] of inModules)
            if (code && pattern.test(code) && !allowed.test(id)) problems.push(`${id}: ${name}`);
        }
      } else if (file.endsWith('.css')) {
        const css = lowerScopes(output.source.toString());
        output.source = css;
        problems.push(...found(beyondTheFloor, css).map((name) => `${file}: ${name}`));
      }
    }
    if (problems.length > 0) this.error(`beyond the browser floor (vite.floor.ts):\n${problems.join('\n')}`);
  }
});

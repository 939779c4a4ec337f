// The project's own type for the pictures: the web fonts, unpacked for fontconfig, which knows no woff2 of ours.
import { copyFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StandInError } from './script.mjs';
import { run } from './voice.mjs';

const FONTS = [
  ['@fontsource-variable/literata', 'literata-latin-opsz-normal.woff2'],
  ['@fontsource-variable/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-normal.woff2']
];

/** $STAND_IN_FONTS (a folder with the two files) or the packages that the pages use. */
function fontFile(root, [packageName, name]) {
  const places = [process.env.STAND_IN_FONTS, join(root, 'node_modules', packageName, 'files')];
  const found = places
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(existsSync);
  if (!found) throw new StandInError(`the font ${name} is missing: npm install, or set STAND_IN_FONTS to its folder`);
  return found;
}

/**
 * Makes a fontconfig that holds these two families only, and points the process to it.
 * Call once, before sharp is loaded; `folder` must live as long as the process draws.
 */
export async function useOwnFonts(root, folder) {
  for (const font of FONTS) {
    const copy = join(folder, font[1]);
    await copyFile(fontFile(root, font), copy);
    await run('woff2_decompress', [copy]);
  }
  const config = join(folder, 'fonts.conf');
  await writeFile(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${folder}</dir><cachedir>${join(folder, 'cache')}</cachedir>
<selectfont><rejectfont><glob>*.woff2</glob></rejectfont></selectfont></fontconfig>\n`
  );
  process.env.FONTCONFIG_FILE = config;
}

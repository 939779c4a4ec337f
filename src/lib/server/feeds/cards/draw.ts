import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { escapeXml } from '#lib/domain/feeds/xml.ts';
import type { Ctx } from '#lib/server/context.ts';
import { DomainError } from '#lib/server/errors.ts';
import { root } from '#lib/server/root.ts';

/** Drawn pictures by the hash of their SVG: the same words are the same picture, whatever else changed. */
const kept = new Map<string, Buffer>();
const keptBytesMost = 24 * 1024 ** 2;
let keptBytes = 0;

/** sharp draws in threads of its own; more than two at once would only take them from the files' reader. */
const atOnce = 2;
const waitingMost = 60;
let drawing = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= atOnce) {
    if (waiting.length >= waitingMost) throw new DomainError('busy', 'cards.too-many');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else drawing++;
  try {
    return await work();
  } finally {
    // the next one takes this one's place
    const next = waiting.shift();
    if (next) next();
    else drawing--;
  }
}

let fonts: Promise<void> | null = null;

/**
 * Our own type and no other, so that a card looks the same on a machine without fonts. fontconfig reads the variable
 * once, when the first text is drawn. Without a folder to write in it still draws, and only reads the fonts each time.
 */
function useOwnFonts({ config, log }: Pick<Ctx, 'config' | 'log'>): Promise<void> {
  fonts ??= (async () => {
    const folder = join(config.dataDir, 'cache', 'fonts');
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'fonts.conf');
    const own = fileURLToPath(new URL('fonts', root));
    await writeFile(
      file,
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${escapeXml(own)}</dir><cachedir>${escapeXml(folder)}</cachedir></fontconfig>\n`
    );
    process.env.FONTCONFIG_FILE = file;
  })().catch((error: unknown) => {
    log.warn('cards are drawn with the machine’s fonts', { detail: String(error) });
  });
  return fonts;
}

function keep(hash: string, png: Buffer): void {
  kept.set(hash, png);
  keptBytes += png.length;
  for (const [oldest, { length }] of kept) {
    if (keptBytes <= keptBytesMost) return;
    kept.delete(oldest);
    keptBytes -= length;
  }
}

const drawn = new Map<string, Promise<Buffer>>();

/** The hash names the picture: it is its ETag, and the pages put it into the address. */
export const hashOf = (svg: string): string => createHash('sha256').update(svg).digest('base64url').slice(0, 16);

/** An SVG as PNG, from memory where it was drawn before; a crowd on a cold card draws it once. */
export async function drawPng(ctx: Pick<Ctx, 'config' | 'log'>, svg: string): Promise<Buffer> {
  const hash = hashOf(svg);
  const known = kept.get(hash);
  if (known) {
    kept.delete(hash);
    kept.set(hash, known); // last used, last dropped
    return known;
  }
  const begun = drawn.get(hash);
  if (begun) return begun;
  const work = inTurn(async () => {
    await useOwnFonts(ctx);
    // loaded with the first card, because a server that draws none should not hold it
    const { default: sharp } = await import('sharp');
    const png = await sharp(Buffer.from(svg), { density: 72 })
      .png({ palette: true, colours: 32, effort: 4 })
      .toBuffer();
    keep(hash, png);
    return png;
  }).finally(() => drawn.delete(hash));
  drawn.set(hash, work);
  return work;
}

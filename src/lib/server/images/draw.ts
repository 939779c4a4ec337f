import type { Sharp, SharpOptions } from 'sharp';
import { mostPictureBytes } from '#lib/domain/records/picture.ts';
import { DomainError } from '#lib/server/errors.ts';
import { kindOfHead, type Kind } from '#lib/server/files/index.ts';
import { inTurn } from '#lib/server/images/turn.ts';

/** 8192 × 6144: what the largest ordinary cameras make. */
export const mostPixels = 8192 * 6144;
const widths = [320, 640, 1280, 2560];
/** AVIF takes long to write, and gains most where screens are small. */
const widestAvif = 1280;
const tallest = 5120;

export type Format = 'avif' | 'webp' | 'jpeg';
export interface DrawnForm {
  format: Format;
  width: number;
  height: number;
  bytes: Buffer;
}
export interface Drawn {
  /** What it was sent as. */
  kind: Kind;
  /** As sent, upright. */
  width: number;
  height: number;
  /** The narrowest first. */
  forms: DrawnForm[];
}

/** Told by the first bytes: whatever else the library can read (SVG, PDF, TIFF) is never opened. */
function kindOf(bytes: Buffer): Kind {
  if (/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return { mimeType: 'image/gif', ending: '.gif' };
  const kind = kindOfHead(bytes, '');
  if (!kind?.mimeType.startsWith('image/')) throw new DomainError('invalid', 'images.kind', { field: 'file' });
  return kind;
}

const tooLarge = () => new DomainError('too-large', 'images.too-large', { field: 'file' });

/** The library's own words are not for people. */
function refusalFor(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const text = error instanceof Error ? error.message : '';
  return /pixel limit/i.test(text) ? tooLarge() : new DomainError('invalid', 'images.broken', { field: 'file' });
}

const write: Readonly<Record<Format, (image: Sharp) => Sharp>> = {
  avif: (image) => image.avif({ quality: 55, effort: 2 }),
  webp: (image) => image.webp({ quality: 80 }),
  // JPEG knows nothing transparent
  jpeg: (image) => image.flatten({ background: '#fff' }).jpeg({ quality: 82, progressive: true })
};

/** Plain points, upright, in sRGB and not larger than the largest form: nothing else of the file is left in them. */
async function pointsOf(bytes: Buffer) {
  // loaded with the first picture, because a server that draws none should not hold it
  const { default: sharp } = await import('sharp');
  const options: SharpOptions = { limitInputPixels: mostPixels, failOn: 'error', pages: 1, sequentialRead: true };
  const { autoOrient } = await sharp(bytes, options).metadata();
  if (autoOrient.width * autoOrient.height > mostPixels) throw tooLarge();
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: widths.at(-1) ?? 0, height: tallest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  return { whole: autoOrient, width, open: () => sharp(data, { raw: { width, height, channels } }) };
}

async function formsOf({ width: widest, open }: Awaited<ReturnType<typeof pointsOf>>): Promise<DrawnForm[]> {
  const forms: DrawnForm[] = [];
  for (const width of [...widths.filter((each) => each < widest), widest]) {
    for (const format of ['avif', 'webp', 'jpeg'] as const) {
      if (format === 'avif' && width > widestAvif) continue;
      const { data, info } = await write[format](open().resize({ width })).toBuffer({ resolveWithObject: true });
      forms.push({ format, width: info.width, height: info.height, bytes: data });
    }
  }
  return forms;
}

/** Draws a picture anew in all its forms. Throws images.kind, images.too-large or images.broken. */
export async function drawPicture(bytes: Buffer): Promise<Drawn> {
  if (bytes.length > mostPictureBytes) throw tooLarge();
  const kind = kindOf(bytes);
  return inTurn(async () => {
    try {
      const points = await pointsOf(bytes);
      const { width, height } = points.whole;
      return { kind, width, height, forms: await formsOf(points) };
    } catch (error) {
      throw refusalFor(error);
    }
  });
}

import sharp from 'sharp';
import { expect, test } from 'vitest';
import { mostPictureBytes } from '#lib/domain/records/picture.ts';
import { drawPicture } from '#lib/server/images/index.ts';
import { bombPng, fromPhone, halves } from '../../../../tests/support/pictures.ts';

const flat = (width: number, height: number, alpha = 1) =>
  sharp({ create: { width, height, channels: 4, background: { r: 0, g: 120, b: 60, alpha } } });
const animated = () => {
  const frames = [Buffer.alloc(40 * 30 * 3, 255), Buffer.alloc(40 * 30 * 3, 0)];
  return sharp(Buffer.concat(frames), { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } });
};

test.each<[string, () => Promise<Buffer>, string, number, number]>([
  ['JPEG', () => halves(400, 300).jpeg().toBuffer(), 'image/jpeg', 400, 300],
  ['JPEG for print (CMYK)', () => halves(400, 300).toColourspace('cmyk').jpeg().toBuffer(), 'image/jpeg', 400, 300],
  ['PNG, half transparent', () => flat(350, 90, 0.5).png().toBuffer(), 'image/png', 350, 90],
  ['PNG of 16 bits', () => halves(64, 64).toColourspace('rgb16').png().toBuffer(), 'image/png', 64, 64],
  ['PNG in grey', () => halves(64, 64).greyscale().png().toBuffer(), 'image/png', 64, 64],
  ['WebP', () => halves(400, 300).webp().toBuffer(), 'image/webp', 400, 300],
  ['GIF, its first frame', () => animated().gif().toBuffer(), 'image/gif', 40, 30],
  ['WebP that moves, its first frame', () => animated().webp().toBuffer(), 'image/webp', 40, 30],
  ['AVIF', () => halves(400, 300).avif({ effort: 0 }).toBuffer(), 'image/avif', 400, 300],
  ['one point', () => flat(1, 1).png().toBuffer(), 'image/png', 1, 1]
])('%s is drawn in all formats, never larger than it came', async (_, make, mimeType, width, height) => {
  const drawn = await drawPicture(await make());
  expect(drawn).toMatchObject({ kind: { mimeType }, width, height });
  const widths = width > 320 ? [320, width] : [width];
  expect(drawn.forms.map((form) => `${form.format} ${String(form.width)}`)).toEqual(
    widths.flatMap((each) => ['avif', 'webp', 'jpeg'].map((format) => `${format} ${String(each)}`))
  );
  for (const { bytes, format, width: w, height: h } of drawn.forms) {
    const read = await sharp(bytes).metadata();
    expect([read.width, read.height]).toEqual([w, h]);
    expect(read.format).toBe(format === 'avif' ? 'heif' : format);
  }
});

test('a large photograph gets all sizes, AVIF for small screens only', async () => {
  const { forms } = await drawPicture(await halves(3000, 900).jpeg().toBuffer());
  const of = (format: string) => forms.filter((form) => form.format === format).map(({ width }) => width);
  expect({ avif: of('avif'), webp: of('webp'), jpeg: of('jpeg') }).toEqual({
    avif: [320, 640, 1280],
    webp: [320, 640, 1280, 2560],
    jpeg: [320, 640, 1280, 2560]
  });
  expect(forms.at(-1)).toMatchObject({ format: 'jpeg', height: 768 });
});

test('place, camera and name are gone from every form, and the picture stands upright', async () => {
  const sent = await fromPhone(400, 200);
  const said = await sharp(sent).metadata();
  expect(said.orientation).toBe(6);
  expect(said.exif?.toString('latin1')).toContain('SecretMaker');
  const { forms, width, height } = await drawPicture(sent);
  expect([width, height]).toEqual([200, 400]);
  for (const { bytes, format } of forms) {
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect({ exif, xmp, iptc, icc, orientation }, format).toEqual({});
    expect(bytes.toString('latin1')).not.toMatch(/Exif|SecretMaker|Canary|GPS/);
    const { data } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    // what was left is above now: red first, blue last
    expect(
      [data[0], data.at(-1)].every((value) => Number(value) > 200),
      format
    ).toBe(true);
  }
});

const photo = () => halves(400, 300).jpeg().toBuffer();
test.each<[string, () => Promise<Buffer> | Buffer, string]>([
  [
    'a drawing that can hold script (SVG)',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    'images.kind'
  ],
  ['a page that is called a picture', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'images.kind'],
  ['a PDF', () => Buffer.from('%PDF-1.7\n'), 'images.kind'],
  ['a TIFF', () => halves(20, 20).tiff().toBuffer(), 'images.kind'],
  ['nothing', () => Buffer.alloc(0), 'images.kind'],
  ['a JPEG cut short', async () => (await photo()).subarray(0, 900), 'images.broken'],
  ['a PNG cut short', async () => (await halves(300, 300).png().toBuffer()).subarray(0, 200), 'images.broken'],
  ['a head and no picture', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'images.broken'],
  ['an AVIF in name only', () => Buffer.from('\0\0\0\x1cftypavif\0\0\0\0', 'latin1'), 'images.broken'],
  ['some kilobytes that unfold to 8192² points', () => bombPng(8192), 'images.too-large'],
  ['some kilobytes that unfold to 16384² points', () => bombPng(8192 * 2), 'images.too-large'],
  ['more than 25 MiB', () => Buffer.alloc(mostPictureBytes + 1), 'images.too-large']
])('%s is refused', async (_, make, code) => {
  await expect(drawPicture(await make())).rejects.toMatchObject({ code });
});

test('the bomb is small, and of many pictures at once some are told to wait', async () => {
  expect(bombPng(8192).length).toBeLessThan(20_000);
  const one = await photo();
  const drawn = await Promise.all([1, 2, 3].map(() => drawPicture(one)));
  expect(new Set(drawn.map(({ forms }) => forms.length))).toEqual(new Set([6]));
  const refused = await Promise.allSettled(Array.from({ length: 12 }, () => drawPicture(one)));
  const busy = refused.filter((each) => each.status === 'rejected');
  expect(busy.length).toBe(4);
  expect(busy[0]?.reason).toMatchObject({ code: 'images.busy' });
});

import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

const chunk = (type: string, data: Buffer) => {
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  size.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
};

/** A white square of one bit a point: some kilobytes, whatever its side. */
export function bombPng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc(side * (side / 8 + 1)), { level: 9 });
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

/** Left half red, right half blue. */
export const halves = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#00f' } }).composite([
    {
      input: { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#f00' } },
      left: 0,
      top: 0
    }
  ]);

/** As a phone writes it: lying on its side, with the place where it was taken. */
export const fromPhone = (width: number, height: number): Promise<Buffer> =>
  halves(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: 'SecretMaker', Artist: 'Ana Canary' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 38/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '90/1 30/1 0/1' }
    })
    .withMetadata({ orientation: 6 })
    .toBuffer();

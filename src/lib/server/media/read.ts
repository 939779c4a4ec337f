import { open, type FileHandle } from 'node:fs/promises';

const chunkBytes = 256 * 1024;

/**
 * Bytes of a file, read as the reader takes them. The file is opened with the first read and closed at the end, on an error and
 * when the reader goes away: a client that leaves must not keep a descriptor, and one that never reads must not open one.
 *
 * @param start first byte
 * @param end last byte, included; start − 1 for nothing
 * @param pace waits until so many bytes may be given
 */
export function readPortion(
  path: string,
  start: number,
  end: number,
  pace: (bytes: number) => Promise<void> = async () => undefined
): ReadableStream<Uint8Array> {
  let file: FileHandle | null = null;
  let opening: Promise<FileHandle> | null = null;
  let at = start;
  let left = false;

  const close = async () => {
    left = true;
    const mine = file ?? (await opening?.catch(() => null)) ?? null;
    file = null;
    opening = null;
    await mine?.close();
  };

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (at > end) {
          await close();
          controller.close();
          return;
        }
        try {
          opening ??= open(path, 'r');
          file ??= await opening;
          const buffer = new Uint8Array(Math.min(chunkBytes, end - at + 1));
          await pace(buffer.length);
          if (left) return;
          const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
          if (left) return;
          if (bytesRead === 0) throw new Error(`${path} ended at byte ${String(at)}`);
          at += bytesRead;
          controller.enqueue(buffer.subarray(0, bytesRead));
        } catch (problem) {
          if (left) return;
          await close();
          throw problem;
        }
      },
      cancel: close
    },
    { highWaterMark: 0 }
  );
}

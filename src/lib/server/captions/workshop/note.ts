import type { Layout } from '#lib/domain/captions/types.ts';

/** From which version a file was written: what lets an edited older file be merged. */
export interface Origin {
  recordingId: string;
  trackId: string;
  number: number;
}

const line = /^NOTE acervo ([^\s/]+)\/([^\s/]+) version (\d{1,6})$/;
const inName = /\.v(\d{1,6})(?:[ (]|\.[a-z]+$)/i;

export const originNote = ({ recordingId, trackId, number }: Origin): string =>
  `NOTE acervo ${recordingId}/${trackId} version ${String(number)}`;

/** The name of an exported file: formats without comments carry their version in it. */
export const exportName = ({ recordingId, trackId, number }: Origin, format: string): string =>
  `${recordingId}.${trackId}.v${String(number)}.${format}`;

/** What the file's comment says, else its name, where that is of this track. */
export function originOf(layout: Layout, fileName: string, here: Omit<Origin, 'number'>): Origin | null {
  for (const { text } of layout.blocks) {
    const [, recordingId, trackId, number] = line.exec(text.trim()) ?? [];
    if (recordingId && trackId) return { recordingId, trackId, number: Number(number) };
  }
  const [, number] = inName.exec(fileName) ?? [];
  return number && fileName.startsWith(`${here.recordingId}.${here.trackId}.`)
    ? { ...here, number: Number(number) }
    : null;
}

/** Our own comment is written anew with every export. */
export const withoutOriginNote = (layout: Layout): Layout => ({
  ...layout,
  blocks: layout.blocks.filter(({ text }) => !line.test(text.trim()))
});

export const withOriginNote = (layout: Layout, origin: Origin): Layout => ({
  ...layout,
  blocks: [{ kind: 'note', beforeCue: 0, text: originNote(origin) }, ...withoutOriginNote(layout).blocks]
});

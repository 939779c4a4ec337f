import { setImmediate } from 'node:timers/promises';
import { makeZip } from 'client-zip';
import { corpusDocuments } from '#lib/domain/feeds/corpus-words.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import type { Ctx } from '#lib/server/context.ts';
import { urlsOf } from '#lib/server/feeds/addresses.ts';
import {
  chooseCorpus,
  outlineOfCorpus,
  type CorpusFilter,
  type CorpusOutline
} from '#lib/server/feeds/corpus/choose.ts';
import {
  recordingRow,
  recordingsHeader,
  textRow,
  textsHeader,
  writtenTexts,
  type WrittenText
} from '#lib/server/feeds/corpus/write.ts';
import { archiveEntry } from '#lib/server/feeds/other-entries.ts';

export type { CorpusFilter, CorpusOutline };

export const corpusOutline = async (ctx: Ctx, filter: CorpusFilter): Promise<CorpusOutline> =>
  outlineOfCorpus(await chooseCorpus(ctx, filter));

interface CorpusFile {
  name: string;
  input: string | Uint8Array;
  lastModified: Date;
}

/**
 * The corpus file by file, each made when the one before it has been read. What is listed at the end is what was written,
 * not what was meant to be.
 */
async function* filesOf(ctx: Ctx, locale: Locale, filter: CorpusFilter): AsyncGenerator<CorpusFile, void> {
  const chosen = await chooseCorpus(ctx, filter);
  const urls = await urlsOf(
    ctx,
    'recording',
    chosen.map(({ row }) => row.id)
  );
  const lastModified = new Date(ctx.now());
  const archive = await archiveEntry(ctx, locale);
  const { recordings, texts, cues } = outlineOfCorpus(chosen);
  for (const { name, text } of corpusDocuments(locale, archive, { recordings, texts, cues, day: lastModified }))
    yield { name, input: text, lastModified };
  let recordingsCsv = recordingsHeader;
  let textsCsv = textsHeader;
  for (const one of chosen) {
    recordingsCsv += recordingRow(one, urls(one.row.id)[locale]);
    for await (const { text, written } of writtenTexts(ctx, one)) {
      textsCsv += textRow(one, text);
      for (const format of ['vtt', 'txt', 'jsonl'] satisfies (keyof WrittenText)[])
        yield {
          name: `texts/${one.row.id}/${text.track.id}.${format}`,
          input: Buffer.from(written[format]),
          lastModified
        };
    }
    // whoever asks for a page in between is answered
    await setImmediate();
  }
  yield { name: 'recordings.csv', input: recordingsCsv, lastModified };
  yield { name: 'texts.csv', input: textsCsv, lastModified };
}

/** The corpus as a ZIP, written while it is read; null when the filters leave nothing. */
export async function corpusZip(
  ctx: Ctx,
  locale: Locale,
  filter: CorpusFilter
): Promise<ReadableStream<Uint8Array> | null> {
  if ((await chooseCorpus(ctx, filter)).length === 0) return null;
  return makeZip(filesOf(ctx, locale, filter));
}

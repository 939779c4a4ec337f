import { asc, eq } from 'drizzle-orm';
import { chapterLines, joinChapters, parseChapterLines, type Chapter } from '#lib/domain/media/chapter-lines.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { noteAudit } from '#lib/server/access/index.ts';
import type { PublishHook } from '#lib/server/captions/index.ts';
import { inTransaction, type Ctx } from '#lib/server/context.ts';
import { raiseContentRevision } from '#lib/server/db/revision.ts';
import { chapters } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { recordingToChange } from '#lib/server/uploads/index.ts';

const chaptersOf = ({ read }: Ctx, recordingId: string): Promise<Chapter[]> =>
  read.select().from(chapters).where(eq(chapters.recordingId, recordingId)).orderBy(asc(chapters.position));

/** As lines to be written in. */
export async function chapterTexts(ctx: Ctx, recordingId: string): Promise<Record<Locale, string>> {
  const all = await chaptersOf(ctx, recordingId);
  return { en: chapterLines(all, 'en'), es: chapterLines(all, 'es') };
}

function parsed(text: string, field: string) {
  const { chapters: read, wrongLine } = parseChapterLines(text);
  if (wrongLine !== null) throw new DomainError('invalid', 'chapters.line', { field, line: wrongLine });
  return read;
}

/** What stands in the two boxes takes the place of what was there. */
export async function saveChapters(
  ctx: Ctx,
  recordingId: string,
  texts: Record<Locale, string>,
  hooks: readonly PublishHook[]
): Promise<void> {
  const { durationMs } = await recordingToChange(ctx, recordingId);
  const read = { en: parsed(texts.en, 'chapters.en'), es: parsed(texts.es, 'chapters.es') };
  const rows = joinChapters(read, durationMs).map((chapter, position) => ({ ...chapter, recordingId, position }));
  await inTransaction(ctx, async (tx) => {
    await tx.write.delete(chapters).where(eq(chapters.recordingId, recordingId));
    if (rows.length > 0) await tx.write.insert(chapters).values(rows);
    await raiseContentRevision(tx.write);
    for (const hook of hooks) await hook(tx, recordingId);
    await noteAudit(tx, 'media.chapters', { kind: 'recording', id: recordingId }, { count: rows.length });
  });
}

import type { LooseRecord } from '#lib/domain/records/kinds.ts';

/** Of a picture file; told in the browser before it is sent, and asked again by the server. */
export const mostPictureBytes = 25 * 1024 * 1024;
/** What file choosers offer; the first bytes decide. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** "Does this picture contain text?" No: then what was typed before is not its text. */
export function withTextAsSaid(record: LooseRecord, hasText: string): LooseRecord {
  if (hasText !== 'no') return record;
  const { textInImage: _, ...rest } = record;
  return rest;
}

/** What a request for a part of a file gets. Offsets in bytes, both ends included. */
export type Portion = { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'unsatisfiable' };

const whole: Portion = { kind: 'whole' };

export interface RangeRequest {
  range: string | null;
  ifRange: string | null;
}

/**
 * RFC 9110, 14.2: a Range that is not understood, in another unit, malformed or for several parts is ignored and the whole is
 * sent; several parts of one film are only asked for by those who want to make work. `If-Range` must be our strong ETag.
 *
 * @param size of the file in bytes
 * @param etag with its quotation marks
 */
export function portionOf({ range, ifRange }: RangeRequest, size: number, etag: string): Portion {
  if (range === null || (ifRange !== null && ifRange !== etag)) return whole;
  const [, from, to] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(range) ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return whole;
  if (from === '') return lastBytes(Number(to), size);
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return whole;
  return start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end };
}

function lastBytes(count: number, size: number): Portion {
  if (count === 0 || size === 0) return { kind: 'unsatisfiable' };
  return { kind: 'part', start: Math.max(0, size - count), end: size - 1 };
}

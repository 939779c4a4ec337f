const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as lines of words, for comparing two versions of it. */
export function readable(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(readable).join('\n');
  if (!isGroup(value)) return '';
  return Object.entries(value)
    .map(([key, item]) =>
      isGroup(item) || Array.isArray(item) ? `${key}:\n${readable(item)}` : `${key}: ${readable(item)}`
    )
    .join('\n');
}

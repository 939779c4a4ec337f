import * as v from 'valibot';
import { shapeOf } from '#lib/domain/import/shape.ts';

type Schema = v.GenericSchema;
const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : isGroup(value) && Object.keys(value).length === 0);

/** Without what says nothing (null, empty texts, lists and groups), keys in their order: equal records are equal JSON. */
export function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isGroup(value)) return value;
  const kept = Object.entries(value)
    .map(([key, item]): [string, unknown] => [key, tidy(item)])
    .filter(([, item]) => !isNothing(item))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kept);
}

export function tidyRecord(value: unknown): Record<string, unknown> {
  const tidied = tidy(value);
  return isGroup(tidied) ? tidied : {};
}

export const sameRecord = (a: unknown, b: unknown): boolean => JSON.stringify(tidy(a)) === JSON.stringify(tidy(b));

/**
 * The other way: lists that the schema demands are there again, and on the first level what may be null or a list says so, so that
 * a writer takes away what was there before.
 */
export function complete(schema: Schema, value: unknown, top = true): unknown {
  const shape = shapeOf(schema);
  const { element } = shape;
  if (Array.isArray(value)) return element ? value.map((item: unknown) => complete(element, item, false)) : value;
  if (!isGroup(value)) return value;
  if (shape.kind !== 'object') {
    if (!element) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, complete(element, item, false)]));
  }
  const whole: Record<string, unknown> = { ...value };
  for (const [key, entry] of Object.entries(shape.entries)) {
    if (Object.hasOwn(value, key)) whole[key] = complete(entry, value[key], false);
    else {
      const empty = emptyOf(entry, top);
      if (empty !== undefined) whole[key] = empty;
    }
  }
  return whole;
}

function emptyOf(schema: Schema, top: boolean): unknown {
  const optional = schema.type === 'exact_optional';
  if (optional && !top) return undefined;
  const inner: Schema = optional && 'wrapped' in schema && isSchema(schema.wrapped) ? schema.wrapped : schema;
  if (inner.type === 'nullable') return null;
  // an optional list that must not be empty is left out instead
  if (inner.type === 'array') return optional && !v.is(inner, []) ? undefined : [];
  // a group that must be there says itself what is missing in it
  return !optional && inner.type === 'strict_object' ? {} : undefined;
}

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema';

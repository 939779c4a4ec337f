import type * as v from 'valibot';
import type { ReferenceKind } from '#lib/domain/import/values.ts';

/*
 * Looks into validation schemas, so that keys are renamed, references found and files listed by the same description that
 * validates. Only the few schema types that the format is made of are known.
 */
type Schema = v.GenericSchema;

export interface Shape {
  kind: 'object' | 'record' | 'list' | 'value';
  /** Of an object: its keys as the code writes them. */
  entries: Readonly<Record<string, Schema>>;
  /** Of a list or a record: what each element is. */
  element: Schema | null;
  refersTo: readonly ReferenceKind[];
  isFile: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isSchema = (value: unknown): value is Schema => isRecord(value) && value.kind === 'schema';
const isEntries = (value: unknown): value is Record<string, Schema> =>
  isRecord(value) && Object.values(value).every(isSchema);

/** Optional and nullable say nothing of what is inside. */
function unwrap(schema: Schema): Schema {
  return 'wrapped' in schema && isSchema(schema.wrapped) ? unwrap(schema.wrapped) : schema;
}

/** The shape of a value that is a container of the given sort, or a plain value. */
export function shapeOf(schema: Schema): Shape {
  const inner = unwrap(schema);
  const shape: Shape = { kind: 'value', entries: {}, element: null, ...marksOf(inner) };
  if ('entries' in inner && isEntries(inner.entries)) return { ...shape, kind: 'object', entries: inner.entries };
  if ('value' in inner && isSchema(inner.value)) return { ...shape, kind: 'record', element: inner.value };
  if ('item' in inner && isSchema(inner.item)) return { ...shape, kind: 'list', element: inner.item };
  return shape;
}

function marksOf(schema: Schema): Pick<Shape, 'refersTo' | 'isFile'> {
  const pipe: unknown = 'pipe' in schema ? schema.pipe : [];
  for (const step of Array.isArray(pipe) ? pipe : []) {
    if (!isRecord(step) || step.kind !== 'metadata' || !isRecord(step.metadata)) continue;
    if (Array.isArray(step.metadata.refersTo)) return { refersTo: step.metadata.refersTo, isFile: false };
    if (step.metadata.file === true) return { refersTo: [], isFile: true };
  }
  return { refersTo: [], isFile: false };
}

/** series_order → seriesOrder */
export const toCamel = (key: string) => key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
/** seriesOrder → series_order */
export const toSnake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Told when a container is copied, so that the places of its parts in the file go along. */
export type OnCopy = (from: object, to: object, keys: ReadonlyMap<string, string>) => void;

/**
 * Renames the keys of objects from the file's writing to the code's, and leaves the keys of records (codes, language tags) as
 * they are. What does not fit the schema is copied as it stands: validation will say so.
 */
export function renameKeys(schema: Schema, value: unknown, onCopy: OnCopy): unknown {
  const shape = shapeOf(schema);
  const { element } = shape;
  if (Array.isArray(value)) {
    if (!element) return value;
    const copy = value.map((item: unknown) => renameKeys(element, item, onCopy));
    onCopy(value, copy, new Map());
    return copy;
  }
  if (!isRecord(value) || shape.kind === 'list' || shape.kind === 'value') return value;
  return renameObject(shape, value, onCopy);
}

function renameObject(shape: Shape, value: Record<string, unknown>, onCopy: OnCopy): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  const keys = new Map<string, string>();
  for (const [key, item] of Object.entries(value)) {
    // a key written in the code's way is not the format's, and must be reported as unknown
    const name =
      shape.kind === 'object' && toSnake(toCamel(key)) === key && key === key.toLowerCase() ? toCamel(key) : key;
    const inner =
      shape.kind === 'object' ? (Object.hasOwn(shape.entries, name) ? shape.entries[name] : undefined) : shape.element;
    keys.set(name, key);
    Object.defineProperty(copy, name, {
      value: inner ? renameKeys(inner, item, onCopy) : item,
      enumerable: true,
      configurable: true,
      writable: true
    });
  }
  onCopy(value, copy, keys);
  return copy;
}

export interface Leaf {
  container: object;
  key: string | number;
  value: string;
  shape: Shape;
}

/** Every text inside a value that refers to an object or names a file. */
export function* marked(schema: Schema, value: unknown): Generator<Leaf> {
  const shape = shapeOf(schema);
  if (!isRecord(value)) return;
  for (const [key, item] of Object.entries(value)) {
    const inner = shape.kind === 'object' ? shape.entries[key] : (shape.element ?? undefined);
    if (!inner) continue;
    const own = shapeOf(inner);
    if (typeof item === 'string') {
      if (own.isFile || own.refersTo.length > 0) {
        yield { container: value, key: Array.isArray(value) ? Number(key) : key, value: item, shape: own };
      }
    } else yield* marked(inner, item);
  }
}

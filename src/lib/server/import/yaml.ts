import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type ParsedNode } from 'yaml';
import type { ImportProblemCode } from '#lib/domain/import/problems.ts';

/** A hand-written file is far smaller; what is larger is split into files of their own. */
export const maxYamlBytes = 4 * 1024 * 1024;
/** Values after all aliases are written out: keeps "a bomb" of nested aliases from growing. */
const maxValues = 300_000;
const maxDepth = 60;

export interface YamlProblem {
  code: ImportProblemCode;
  line: number;
  data: Record<string, string | number>;
}

/** Lines (from 1) of the parts of containers; `null` is the container itself. Kept by identity: an alias has the line of its anchor. */
export type Lines = WeakMap<object, Map<string | null, number>>;

export interface YamlFile {
  /** Null when there is a problem. */
  value: unknown;
  lines: Lines;
  problems: YamlProblem[];
}

const plainTags = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

class TooMuch extends Error {}

/**
 * YAML 1.2 to plain values, with the line of each. Anchors and aliases are followed, in document order, so that an alias can
 * never contain itself; other tags than those of the core schema are refused.
 */
export function readYaml(text: string, lines: Lines): YamlFile {
  const counter = new LineCounter();
  const problems: YamlProblem[] = [];
  const report = (code: ImportProblemCode, offset: number, data: YamlProblem['data'] = {}) =>
    problems.push({ code, line: Math.max(1, counter.linePos(offset).line), data });
  try {
    // uniqueKeys compares each key with each; duplicates are found below in one pass
    const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false });
    for (const error of document.errors) report('yaml-syntax', error.pos[0], { text: error.message });
    if (problems.length > 0 || document.contents === null) return { value: null, lines, problems };
    const value = new Reader(counter, lines, report).read(document.contents, 0).value;
    return { value: problems.length > 0 ? null : value, lines, problems };
  } catch (error) {
    if (!(error instanceof TooMuch) && !(error instanceof RangeError)) throw error;
    if (problems.length === 0) report('yaml-too-deep', 0);
    return { value: null, lines, problems };
  }
}

interface Read {
  value: unknown;
  /** Number of values in it, aliases written out. */
  size: number;
}

class Reader {
  readonly #counter: LineCounter;
  readonly #lines: Lines;
  readonly #report: (code: ImportProblemCode, offset: number, data?: YamlProblem['data']) => void;
  readonly #anchors = new Map<string, Read>();

  constructor(counter: LineCounter, lines: Lines, report: Reader['report']) {
    this.#counter = counter;
    this.#lines = lines;
    this.#report = report;
  }

  get report() {
    return this.#report;
  }

  read(node: ParsedNode | null, depth: number): Read {
    if (!node) return { value: null, size: 1 };
    if (depth > maxDepth) this.#stop('yaml-too-deep', node);
    if (isAlias(node)) {
      const known = this.#anchors.get(node.source);
      if (!known) this.#report('yaml-alias', node.range[0], { alias: node.source });
      return known ?? { value: null, size: 1 };
    }
    if (node.tag && !plainTags.test(node.tag)) this.#report('yaml-tag', node.range[0], { tag: node.tag });
    const read = this.#readContent(node, depth);
    if (read.size > maxValues) this.#stop('yaml-too-large', node);
    if (node.anchor) this.#anchors.set(node.anchor, read);
    return read;
  }

  #readContent(node: ParsedNode, depth: number): Read {
    if (isScalar(node)) return { value: node.value ?? null, size: 1 };
    const own = new Map<string | null, number>([[null, this.#lineOf(node)]]);
    let size = 1;
    if (isSeq(node)) {
      const list = node.items.map((item, index) => {
        own.set(String(index), this.#lineOf(item) || (own.get(null) ?? 1));
        const read = this.read(item, depth + 1);
        size += read.size;
        return read.value;
      });
      this.#lines.set(list, own);
      return { value: list, size };
    }
    if (!isMap(node)) return { value: null, size };
    const map: Record<string, unknown> = {};
    for (const pair of node.items) {
      const key = this.#keyOf(pair.key);
      if (key === null) continue;
      if (own.has(key)) this.#report('yaml-duplicate-key', pair.key.range[0], { key });
      own.set(key, this.#lineOf(pair.key));
      const read = this.read(pair.value, depth + 1);
      size += read.size;
      // a plain assignment to `__proto__` would change the object's prototype instead of adding a key
      Object.defineProperty(map, key, { value: read.value, enumerable: true, configurable: true, writable: true });
    }
    this.#lines.set(map, own);
    return { value: map, size };
  }

  #keyOf(node: ParsedNode): string | null {
    if (isScalar(node) && !node.anchor && ['string', 'number', 'boolean'].includes(typeof node.value)) {
      return String(node.value);
    }
    this.#report('yaml-key', node.range[0]);
    return null;
  }

  #lineOf(node: ParsedNode | null): number {
    return node ? this.#counter.linePos(node.range[0]).line : 0;
  }

  #stop(code: ImportProblemCode, node: ParsedNode): never {
    this.#report(code, node.range[0]);
    throw new TooMuch(code);
  }
}

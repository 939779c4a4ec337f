import { statSync } from 'node:fs';
import * as v from 'valibot';
import {
  Archive,
  CorpusRecording,
  listSections,
  singleSections,
  type Entry,
  type ListSection,
  type SingleSection
} from '#lib/domain/import/archive.ts';
import { codeOf, nearest, type ImportProblem, type ImportProblemCode } from '#lib/domain/import/problems.ts';
import { renameKeys, toCamel, toSnake } from '#lib/domain/import/shape.ts';
import { Folders, readText, type FoundFile, type Report } from '#lib/server/import/folders.ts';
import { maxYamlBytes, readYaml, type Lines } from '#lib/server/import/yaml.ts';

/** Where an entry stands, and how to say something about a part of it. */
export class Place {
  readonly file: FoundFile;
  /** The entry as it was read, keys renamed; lines are kept by its containers. */
  readonly input: unknown;
  readonly #lines: Lines;
  readonly #prefix: string;

  constructor(file: FoundFile, input: unknown, lines: Lines, prefix: string) {
    this.file = file;
    this.input = input;
    this.#lines = lines;
    this.#prefix = prefix;
  }

  /** A problem at a path of keys below the entry. */
  problem(
    code: ImportProblemCode,
    path: readonly (string | number)[],
    data: ImportProblem['data'] = {}
  ): ImportProblem {
    let container: unknown = this.input;
    let line = lineOf(this.#lines, container, null);
    for (const key of path) {
      line = lineOf(this.#lines, container, String(key)) ?? line;
      container = isRecord(container) ? container[key] : undefined;
    }
    return { code, file: this.file.label, line, path: this.#prefix + wordsOf(path), data };
  }

  /** A problem at a part of one of the entry's containers, wherever that lies. */
  problemAt(
    code: ImportProblemCode,
    container: object,
    key: string | number,
    data: ImportProblem['data']
  ): ImportProblem {
    return this.problem(code, [...(pathTo(container, this.input) ?? []), key], data);
  }
}

/** The keys that lead from a value to a container inside it. */
function pathTo(container: object, value: unknown): (string | number)[] | null {
  if (value === container) return [];
  if (!isRecord(value)) return null;
  for (const [key, item] of Object.entries(value)) {
    const rest = pathTo(container, item);
    if (rest) return [Array.isArray(value) ? Number(key) : key, ...rest];
  }
  return null;
}

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

const lineOf = (lines: Lines, container: unknown, key: string | null): number | null =>
  (isRecord(container) ? lines.get(container)?.get(key) : null) ?? null;

/** ['events', 3, 'seriesOrder'] → events[3].series_order */
function wordsOf(path: readonly (string | number)[]): string {
  return path.reduce<string>((words, key) => {
    if (typeof key === 'number') return `${words}[${key}]`;
    const word = /^[a-z][a-zA-Z0-9]*$/.test(key) ? toSnake(key) : key;
    return words ? `${words}.${word}` : word;
  }, '');
}

export interface Collected<S extends ListSection> {
  entry: Entry<S>;
  place: Place;
}

export type Lists = { [S in ListSection]: Collected<S>[] };
export type Singles = {
  [S in SingleSection]: { entry: v.InferOutput<(typeof singleSections)[S]>; place: Place } | null;
};
export interface Corpus {
  entry: v.InferOutput<typeof CorpusRecording>;
  place: Place;
}

export interface Collection {
  lists: Lists;
  singles: Singles;
  corpus: Corpus[];
}

const isList = (name: string): name is ListSection => Object.hasOwn(listSections, name);
const isSingle = (name: string): name is SingleSection => Object.hasOwn(singleSections, name);

/** Reads every file of the folders. What is wrong is reported; what is right is returned, whatever else is wrong. */
export function collect(folders: Folders, report: Report): Collection {
  const collector = new Collector(report);
  for (const file of folders.files()) collector.read(file);
  return collector.collection;
}

class Collector {
  readonly collection: Collection = {
    lists: {
      documents: [],
      organizations: [],
      institutions: [],
      people: [],
      withheldStatements: [],
      topics: [],
      series: [],
      events: [],
      recordings: [],
      images: [],
      timeline: [],
      campaigns: [],
      resources: [],
      sourceLinks: [],
      notices: [],
      pages: []
    },
    singles: { meta: null, site: null, vocabulary: null, glossary: null },
    corpus: []
  };
  readonly #report: Report;
  readonly #lines: Lines = new WeakMap();

  constructor(report: Report) {
    this.#report = report;
  }

  read(file: FoundFile): void {
    const value = this.#valueOf(file);
    if (value === undefined) return;
    if (file.section === 'archive') this.#readArchive(file, value);
    else if (file.section === 'corpus') this.#readCorpus(file, value);
    else if (isSingle(file.section)) this.#addSingle(file.section, value, file, '');
    else if (isList(file.section)) {
      if (file.single) this.#addEntry(file.section, value, file, '');
      else this.#addList(file.section, value, file, '');
    }
  }

  #valueOf(file: FoundFile): unknown {
    const say = (code: ImportProblemCode, line: number | null = null, data: ImportProblem['data'] = {}) => {
      this.#report({ code, file: file.label, line, path: '', data });
    };
    if (statSync(file.path).size > maxYamlBytes)
      return say('file-too-large', null, { mebibytes: maxYamlBytes / 2 ** 20 });
    const text = readText(file.path);
    if (text === null) return say('not-utf8');
    const { value, problems } = readYaml(text, this.#lines);
    for (const problem of problems) say(problem.code, problem.line, problem.data);
    if (problems.length > 0) return undefined;
    return value ?? say('file-empty');
  }

  #readArchive(file: FoundFile, value: unknown): void {
    if (!isRecord(value) || Array.isArray(value)) {
      return this.#report(new Place(file, value, this.#lines, '').problem('wrong-type', [], { wanted: 'group' }));
    }
    const root = new Place(file, value, this.#lines, '');
    for (const [key, part] of Object.entries(value)) {
      const name = toCamel(key);
      if (key !== toSnake(name) || !Object.hasOwn(Archive.entries, name)) {
        const meant = nearest(key, Object.keys(Archive.entries).map(toSnake));
        this.#report(root.problem('unknown-key', [key], { key, ...(meant ? { meant } : {}) }));
      } else if (isSingle(name)) this.#addSingle(name, part, file, key);
      else if (isList(name)) this.#addList(name, part, file, key, [value, key]);
    }
  }

  #readCorpus(file: FoundFile, value: unknown): void {
    const checked = this.#check(CorpusRecording, value, file, '', (given) => given);
    if (checked) this.collection.corpus.push({ entry: checked.output, place: checked.place });
  }

  #addSingle(section: SingleSection, value: unknown, file: FoundFile, prefix: string): void {
    const { singles } = this.collection;
    const checked = this.#check(singleSections[section], value, file, prefix);
    if (!checked) return;
    const first = singles[section]?.place.file.label;
    if (first) this.#report(checked.place.problem('two-files-for-one', [], { section: toSnake(section), first }));
    // each section has its own type; the schema that was just passed is that section's
    else Object.assign(singles, { [section]: { entry: checked.output, place: checked.place } });
  }

  #addList(section: ListSection, value: unknown, file: FoundFile, prefix: string, holder?: [object, string]): void {
    if (!Array.isArray(value)) {
      const place = holder ? new Place(file, holder[0], this.#lines, '') : new Place(file, value, this.#lines, prefix);
      return this.#report(place.problem('wrong-type', holder ? [holder[1]] : [], { wanted: 'list' }));
    }
    value.forEach((item: unknown, index) => this.#addEntry(section, item, file, `${prefix}[${index}]`));
  }

  #addEntry(section: ListSection, value: unknown, file: FoundFile, prefix: string): void {
    const checked = this.#check(listSections[section], value, file, prefix);
    if (!checked) return;
    const list: unknown[] = this.collection.lists[section];
    list.push({ entry: checked.output, place: checked.place });
    if (file.single && checked.output.id !== file.stem) {
      this.#report(checked.place.problem('id-not-file-name', ['id'], { id: checked.output.id, name: file.stem }));
    }
  }

  #check<S extends v.GenericSchema>(
    schema: S,
    given: unknown,
    file: FoundFile,
    prefix: string,
    rename = this.#renamer(schema)
  ) {
    const input = rename(given);
    const place = new Place(file, input, this.#lines, prefix && `${prefix}.`);
    const result = v.safeParse(schema, input);
    if (result.success) return { output: result.output, place };
    for (const issue of result.issues) this.#report(this.#problemOf(issue, place));
    return null;
  }

  #renamer(schema: v.GenericSchema): (value: unknown) => unknown {
    return (value) =>
      renameKeys(schema, value, (from, to, keys) => {
        const lines = this.#lines.get(from);
        if (!lines) return;
        const own = new Map(lines);
        for (const [key, written] of keys) own.set(key, lines.get(written) ?? 1);
        this.#lines.set(to, own);
      });
  }

  #problemOf(issue: v.BaseIssue<unknown>, place: Place): ImportProblem {
    const path = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
    const last = path.at(-1) ?? '';
    if (issue.type === 'strict_object' && issue.expected === 'never') {
      const container = issue.path?.at(-1)?.input;
      const meant = nearest(toSnake(String(last)), this.#keysBeside(issue, container));
      return place.problem('unknown-key', path, { key: toSnake(String(last)), ...(meant ? { meant } : {}) });
    }
    if (issue.type === 'strict_object' && issue.received === 'undefined' && issue.expected?.startsWith('"')) {
      return place.problem('missing-key', path, { key: toSnake(String(last)) });
    }
    if (issue.type === 'picklist' || issue.type === 'literal') {
      const allowed = (issue.expected ?? '').replace(/[("')]/g, '').split(' | ');
      const meant = nearest(String(issue.input), allowed);
      const code = issue.type === 'literal' ? 'wrong-format' : 'not-one-of';
      return place.problem(code, path, {
        allowed: allowed.join(', '),
        value: shown(issue.input),
        ...(meant ? { meant } : {})
      });
    }
    if (issue.kind === 'schema')
      return place.problem('wrong-type', path, { wanted: wantedOf(issue.type), value: shown(issue.input) });
    return place.problem(codeOf(issue.message), path, { value: shown(issue.input) });
  }

  /** The other keys that the object could have, as the file writes them. */
  #keysBeside(issue: v.BaseIssue<unknown>, container: unknown): string[] {
    const requirement: unknown = issue.requirement;
    if (Array.isArray(requirement)) return requirement.map(String);
    return isRecord(container) ? [...knownKeys].filter((key) => !Object.hasOwn(container, toCamel(key))) : [];
  }
}

/** Every key of the format, for guessing what was meant. */
const knownKeys = new Set<string>();
const gather = (schema: unknown, seen: Set<unknown>): void => {
  if (!isRecord(schema) || seen.has(schema)) return;
  seen.add(schema);
  if (isRecord(schema.entries)) for (const key of Object.keys(schema.entries)) knownKeys.add(toSnake(key));
  for (const part of [
    schema.wrapped,
    schema.item,
    schema.value,
    ...Object.values(isRecord(schema.entries) ? schema.entries : {})
  ]) {
    gather(part, seen);
  }
};
gather(Archive, new Set());

function wantedOf(type: string): string {
  const words: Record<string, string> = {
    string: 'text',
    number: 'number',
    boolean: 'yes-no',
    array: 'list',
    strict_object: 'group',
    record: 'group'
  };
  return words[type] ?? 'text';
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { listSections, singleSections } from '#lib/domain/import/archive.ts';
import { nearest, type ImportProblem, type ImportProblemCode } from '#lib/domain/import/problems.ts';
import { toSnake } from '#lib/domain/import/shape.ts';

export type Report = (problem: ImportProblem) => void;

/** A file that the format knows. */
export interface FoundFile {
  /** Absolute, links resolved. */
  path: string;
  /** For people: below the folder as it was given. */
  label: string;
  /** `archive`, a section, or `corpus` for a generated recording.json. */
  section: string;
  /** True: the file is one entry of a list. */
  single: boolean;
  /** What the entry is called by its place: the file's or the folder's name. */
  stem: string;
}

const yamlEnd = /\.ya?ml$/;
const listNames = new Map(Object.keys(listSections).map((name) => [toSnake(name), name]));
const singleNames = new Map(Object.keys(singleSections).map((name) => [toSnake(name), name]));

/** The folders of one import: what is in them, and nothing else, can be read. */
export class Folders {
  readonly #roots: { path: string; label: string }[] = [];
  readonly #report: Report;

  constructor(folders: readonly string[], report: Report) {
    this.#report = report;
    for (const folder of folders) {
      try {
        const path = realpathSync(resolve(folder));
        if (!statSync(path).isDirectory()) throw new Error('not a folder');
        this.#roots.push({ path, label: folder.replace(/[/\\]+$/, '') || folder });
      } catch {
        this.#say('folder-missing', folder, { folder });
      }
    }
  }

  /** All files that belong to the format, in the order of the folders and then by name. */
  files(): FoundFile[] {
    const found = this.#roots.flatMap((root) => this.#filesOf(root.path, root.label));
    if (found.length === 0 && this.#roots.length > 0) {
      this.#say('nothing-found', this.#roots.map((root) => root.label).join(', '));
    }
    return found;
  }

  #filesOf(root: string, label: string): FoundFile[] {
    const found: FoundFile[] = [];
    const add = (name: string, section: string, single: boolean, stem: string) => {
      const path = this.#inside(join(root, name));
      const named = join(label, name);
      if (path) found.push({ path, label: named, section, single, stem });
      else this.#say('file-outside', named, { name });
    };
    for (const name of readdirSync(root).sort()) {
      const kind = this.#kindOf(join(root, name));
      if (kind === 'folder') this.#addFolder(root, name, add);
      else if (kind === 'file') this.#addFile(name, label, add);
    }
    return found;
  }

  #addFile(name: string, label: string, add: Add): void {
    const stem = basename(name, extname(name));
    if (name === 'recording.json') return add(name, 'corpus', true, basename(label));
    if (!yamlEnd.test(name)) return;
    const list = listNames.get(stem);
    const single = singleNames.get(stem);
    if (stem === 'archive') add(name, 'archive', false, stem);
    else if (stem === 'recording') add(name, 'recordings', true, basename(label));
    else if (list) add(name, list, false, stem);
    else if (single) add(name, single, false, stem);
    else {
      const meant = nearest(stem, ['archive', 'recording', ...listNames.keys(), ...singleNames.keys()]);
      this.#say('unknown-file', join(label, name), meant ? { meant: `${meant}.yaml` } : {});
    }
  }

  #addFolder(root: string, name: string, add: Add): void {
    const section = listNames.get(name);
    const inside = readdirSync(join(root, name)).sort();
    if (inside.includes('recording.json')) return add(join(name, 'recording.json'), 'corpus', true, name);
    if (!section) return;
    for (const child of inside) {
      const kind = this.#kindOf(join(root, name, child));
      if (kind === 'file' && yamlEnd.test(child))
        add(join(name, child), section, true, basename(child, extname(child)));
      const own = join(name, child, 'recording.yaml');
      if (kind === 'folder' && section === 'recordings' && this.#kindOf(join(root, own)) === 'file') {
        add(own, section, true, child);
      }
    }
  }

  /**
   * The file of that name beside the one that names it, else in one of the folders, in the order in which they were given.
   * Null when it was not found or may not be read; `say` is told why.
   */
  find(
    name: string,
    beside: string,
    say: (code: ImportProblemCode, data: ImportProblem['data']) => void
  ): string | null {
    if (!isPlainName(name)) {
      say('bad-file-name', { name });
      return null;
    }
    const places = [dirname(beside), ...this.#roots.map((root) => root.path)];
    for (const place of places) {
      const candidate = join(place, name);
      if (this.#kindOf(candidate) === null) continue;
      const path = this.#inside(candidate);
      if (path && statSync(path).isFile()) return path;
      say(path ? 'file-kind' : 'file-outside', { name });
      return null;
    }
    say('file-missing', { name, folders: this.#roots.map((root) => root.label).join(', ') });
    return null;
  }

  /** True for a path (links resolved) that lies in one of the folders. */
  holds(path: string): boolean {
    return this.#roots.some((root) => path === root.path || path.startsWith(root.path + sep));
  }

  /** A path for people: below the folder as it was given. */
  labelOf(path: string): string {
    const root = this.#roots.find(({ path: own }) => path.startsWith(own + sep));
    return root ? join(root.label, relative(root.path, path)) : path;
  }

  /** The path with links resolved, or null when it leads out of all folders or nowhere. */
  #inside(path: string): string | null {
    try {
      const real = realpathSync(path);
      return this.holds(real) ? real : null;
    } catch {
      return null;
    }
  }

  #kindOf(path: string): 'file' | 'folder' | null {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isDirectory() ? 'folder' : stat?.isFile() ? 'file' : null;
  }

  #say(code: ImportProblemCode, file: string, data: ImportProblem['data'] = {}): void {
    this.#report({ code, file, line: null, path: '', data });
  }
}

type Add = (name: string, section: string, single: boolean, stem: string) => void;

/** Below a folder: no absolute path, no way up, no address, nothing that another system would read differently. */
export function isPlainName(name: string): boolean {
  if (name.includes('\0') || name.includes('\\') || /^[a-z][a-z0-9+.-]*:/i.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** The text of a file, or null when it is not UTF-8. */
export function readText(path: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

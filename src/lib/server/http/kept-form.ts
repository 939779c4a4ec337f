/** The field that carries what was written through signing in. */
export const keptField = 'kept';

export interface KeptForm {
  fields: [name: string, value: string][];
  /** Names of files, which have to be chosen once more: browsers let nobody else choose them. */
  files: string[];
}

/** The words of a form; passwords are left out. */
export function keepFields(form: FormData): KeptForm {
  const fields: [string, string][] = [];
  const files: string[] = [];
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      if (value.name) files.push(value.name);
    } else if (!/password/i.test(name)) fields.push([name, value]);
  }
  return { fields, files };
}

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

/** What `keepFields` made; null when it is something else. */
export function readKept(text: FormDataEntryValue | null): KeptForm | null {
  if (typeof text !== 'string' || text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('fields' in value) || !('files' in value)) return null;
    const { fields, files } = value;
    if (!Array.isArray(fields) || !fields.every(isPair) || !Array.isArray(files)) return null;
    return { fields, files: files.filter((name): name is string => typeof name === 'string') };
  } catch {
    return null;
  }
}

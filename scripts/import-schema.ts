// Writes docs/import.schema.json from the schema that validates an import: `npm run schema`.
// A test fails while the file is not what this makes.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format, resolveConfig } from 'prettier';
import { Archive } from '../src/lib/domain/import/archive.ts';
import { OrganizationInRole, PersonInRole } from '../src/lib/domain/import/people.ts';
import { toSnake } from '../src/lib/domain/import/shape.ts';
import {
  BothLists,
  BothWords,
  DateValue,
  Duration,
  EventDate,
  FigureValue,
  Id,
  Rights,
  Slugs,
  Source,
  TitleOrigin,
  Words
} from '../src/lib/domain/import/values.ts';

const parts = {
  id: Id,
  words: Words,
  both_words: BothWords,
  both_lists: BothLists,
  date: DateValue,
  event_date: EventDate,
  duration: Duration,
  figure: FigureValue,
  rights: Rights,
  slug: Slugs,
  source: Source,
  title_origin: TitleOrigin,
  person_in_role: PersonInRole,
  organization_in_role: OrganizationInRole
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys of objects as the files write them; nothing else is renamed. What only the importer understands is left out. */
function asWritten(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(asWritten);
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => key !== 'refersTo' && !(key === 'file' && value === true))
      .map(([key, value]) => {
        if (key === 'properties' && isRecord(value)) {
          return [
            key,
            Object.fromEntries(Object.entries(value).map(([name, inner]) => [toSnake(name), asWritten(inner)]))
          ];
        }
        if (key === 'required' && Array.isArray(value)) return [key, value.map((name) => toSnake(String(name)))];
        return [key, asWritten(value)];
      })
  );
}

export async function makeImportSchema(): Promise<string> {
  const { $schema, ...schema } = toJsonSchema(Archive, { typeMode: 'input', errorMode: 'ignore', definitions: parts });
  const written = asWritten(schema);
  const whole = {
    $schema,
    title: 'archive.yaml of Acervo, format acervo/1',
    description:
      'A section in a file of its own (organizations.yaml) follows its property; one entry in a file of its own (events/<id>.yaml) follows the items of that property. See importing.md.',
    ...(isRecord(written) ? written : {})
  };
  const target = fileURLToPath(new URL('../docs/import.schema.json', import.meta.url));
  return format(JSON.stringify(whole), { ...(await resolveConfig(target)), filepath: target });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/import.schema.json', import.meta.url), await makeImportSchema());
}

import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { FormState } from '#lib/domain/forms/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { formMessages } from '#lib/domain/i18n/messages/forms.ts';
import { refusalText } from '#lib/domain/i18n/messages/refusals.ts';
import { DomainError } from '#lib/server/errors.ts';
import { statusOf } from '#lib/server/http/answers.ts';
import { onceField, once } from '#lib/server/http/once.ts';

interface Tree {
  [name: string]: FormDataEntryValue | FormDataEntryValue[] | Tree;
}

const isTree = (value: Tree[string] | undefined): value is Tree =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof File);

function put(tree: Tree, path: readonly string[], value: Tree[string]): void {
  const [name = '', ...rest] = path;
  // such a name would reach beyond the form
  if (!Object.hasOwn(tree, name) && name in {}) return;
  if (rest.length === 0) tree[name] = value;
  else {
    const inner = tree[name];
    const next: Tree = isTree(inner) ? inner : {};
    tree[name] = next;
    put(next, rest, value);
  }
}

/**
 * `title.en` becomes { title: { en } }, `people[]` a list, also of one or none that was sent. Line ends become \n:
 * browsers send \r\n.
 */
export function treeOf(form: FormData): Tree {
  const tree: Tree = {};
  for (const name of new Set(form.keys())) {
    if (name === onceField) continue;
    const values = form
      .getAll(name)
      .map((value) => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value));
    const isList = name.endsWith('[]');
    put(tree, name.replace(/\[\]$/, '').split('.'), isList ? values : (values.at(-1) ?? ''));
  }
  return tree;
}

/** What is put into the fields again. */
function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === 'string' && !/password/i.test(name)) typed[name] = value;
  }
  return typed;
}

/** A code of our own as the message of a check, else what valibot found. */
function issueText(issue: v.BaseIssue<unknown>, locale: Locale, words: Readonly<Record<string, string>>): string {
  const m = formMessages(locale).issues;
  const own = words[issue.message];
  if (own) return own;
  const most = Number(issue.requirement);
  switch (issue.type) {
    case 'non_empty':
      return m.required;
    case 'max_length':
      return m.tooLong(most);
    case 'min_length':
      return most <= 1 ? m.required : m.tooShort(most);
    case 'email':
      return m.email;
    case 'url':
      return m.url;
    case 'picklist':
    case 'union':
      return m.choice;
    case 'number':
    case 'integer':
      return m.number;
    case 'min_value':
      return m.tooSmall(String(issue.requirement));
    case 'max_value':
      return m.tooLarge(String(issue.requirement));
    default:
      return issue.received === 'undefined' || issue.received === '""' ? m.required : m.invalid;
  }
}

const fieldOf = (issue: v.BaseIssue<unknown>): string => v.getDotPath(issue) ?? '';

function issuesOf(
  issues: readonly v.BaseIssue<unknown>[],
  locale: Locale,
  words: Readonly<Record<string, string>>
): Record<string, string> {
  const found: Record<string, string> = {};
  for (const issue of issues) found[fieldOf(issue)] ??= issueText(issue, locale, words);
  return found;
}

/** A refusal as a form shows it: at the field that `data.field` names, else above the form. */
export function stateOf(error: DomainError, locale: Locale, form: FormData): FormState {
  const text = refusalText(locale, error.kind, error.code, error.data);
  const { field } = error.data;
  return { message: text, issues: typeof field === 'string' ? { [field]: text } : {}, typed: typedIn(form) };
}

type Event = Pick<RequestEvent, 'request' | 'locals' | 'route'>;

/**
 * A form action: reads the form by its schema, does the work, and gives back what the page shows. What was typed comes
 * back with every refusal. Sent twice, by a double click or a reload, the work is done once.
 *
 * @param words texts for messages of `v.check(…, 'code')`, in the person's language
 */
export async function act<S extends v.GenericSchemaAsync | v.GenericSchema, R>(
  { request, locals, route }: Event,
  schema: S,
  work: (value: v.InferOutput<S>) => Promise<R>,
  words: Readonly<Record<string, string>> = {}
): Promise<R | ActionFailure<FormState>> {
  const { locale, ctx } = locals;
  const form = await request.formData();
  const read = await v.safeParseAsync(schema, treeOf(form));
  if (!read.success) {
    const issues = issuesOf(read.issues, locale, words);
    const message = formMessages(locale).summary(Object.keys(issues).length);
    return fail(422, { message, issues, typed: typedIn(form) });
  }
  try {
    return await once(ctx, route.id ?? '', form, () => work(read.output));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return fail(statusOf[error.kind], stateOf(error, locale, form));
  }
}

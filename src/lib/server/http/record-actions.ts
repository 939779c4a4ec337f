import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { changeList, recordFromForm, type Sent } from '#lib/domain/records/form.ts';
import { pickKinds, type PickKind } from '#lib/domain/records/fields.ts';
import { fieldsOf } from '#lib/domain/records/fields.ts';
import { kindWords, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { valueAt, withValue } from '#lib/domain/records/merge.ts';
import { withTextAsSaid } from '#lib/domain/records/picture.ts';
import type { Ctx } from '#lib/server/context.ts';
import { missing } from '#lib/server/errors.ts';
import { refused, sentOf, textOf, type RecordFormState } from '#lib/server/http/record-forms.ts';
import {
  copyOf,
  createNamed,
  createRecord,
  findPicks,
  headOf,
  isFormKey,
  pickNames,
  readRecord,
  recordOfBase,
  saveRecord
} from '#lib/server/records/index.ts';

type Event = Pick<RequestEvent, 'request' | 'locals' | 'url'>;

/** What a form does not hold comes from what it began with. */
async function beforeOf(ctx: Ctx, kind: RecordKind, id: string, sent: Sent): Promise<LooseRecord> {
  if (isFormKey(id)) {
    const from = textOf(sent, 'copyOf');
    return from ? copyOf(kind, (await readRecord(ctx.read, kind, from)) ?? {}) : {};
  }
  const base = await recordOfBase(ctx.read, kind, id, textOf(sent, 'base'));
  return base ?? (await headOf(ctx.read, kind, id))?.record ?? {};
}

/** Fields for which somebody chose the other's version. */
async function resolved(ctx: Ctx, kind: RecordKind, id: string, sent: Sent, record: LooseRecord): Promise<LooseRecord> {
  const theirs = [...sent].filter(([name, [choice]]) => name.startsWith('resolve.') && choice === 'theirs');
  if (theirs.length === 0) return record;
  const head = await headOf(ctx.read, kind, id);
  return theirs.reduce((whole, [name]) => {
    const path = name.slice('resolve.'.length).split('.');
    return withValue(whole, path, valueAt(head?.record, path));
  }, record);
}

export async function typedState(ctx: Ctx, locale: 'en' | 'es', kind: RecordKind, record: LooseRecord, base: string) {
  const names = await pickNames(ctx.read, kind, record, locale);
  return { record, base, problems: [], conflicts: [], message: '', found: null, names } satisfies RecordFormState;
}

/** The record that a form holds now. */
export async function recordIn(ctx: Ctx, kind: RecordKind, id: string, sent: Sent): Promise<LooseRecord> {
  const record = recordFromForm(kind, sent, await beforeOf(ctx, kind, id, sent));
  return resolved(ctx, kind, id, sent, record);
}

/** Saves what stands in the form; without script as with it. */
export async function save({ request, locals: { ctx, locale } }: Event, kind: RecordKind, id: string) {
  const sent = sentOf(await request.formData());
  const record = await recordIn(ctx, kind, id, sent);
  const typed = await typedState(ctx, locale, kind, record, textOf(sent, 'base'));
  try {
    const saved = await saveRecord(ctx, {
      kind,
      id,
      record: withTextAsSaid(record, textOf(sent, 'hasText')),
      base: textOf(sent, 'base'),
      formToken: textOf(sent, 'formToken') || null
    });
    if (saved.did === 'problems') return fail(422, { ...typed, problems: saved.problems });
    if (saved.did === 'conflict') {
      const { merged, conflicts, base } = saved;
      return fail(409, { ...(await typedState(ctx, locale, kind, merged, base)), conflicts });
    }
    return redirect(303, `${pathIn(locale, 'manage', kindWords[kind], id)}?done=${saved.did}`);
  } catch (error) {
    return refused(error, locale, typed);
  }
}

export async function create({ request, locals: { ctx, locale } }: Event, kind: RecordKind) {
  const sent = sentOf(await request.formData());
  const key = textOf(sent, 'formToken');
  const record = await recordIn(ctx, kind, key, sent);
  const typed = await typedState(ctx, locale, kind, record, '');
  try {
    const created = await createRecord(ctx, kind, record, key);
    if ('problems' in created) return fail(422, { ...typed, problems: created.problems });
    return redirect(303, `${pathIn(locale, 'manage', kindWords[kind], created.id)}?done=saved`);
  } catch (error) {
    return refused(error, locale, typed);
  }
}

/** Buttons inside the form without script: rows of lists, and looking for what to add. */
export async function change({ request, locals: { ctx, locale } }: Event, kind: RecordKind, id: string) {
  const sent = sentOf(await request.formData());
  const record = await recordIn(ctx, kind, id, sent);
  const [path = '', act = ''] = textOf(sent, 'do').split(':');
  const q = textOf(sent, `find:${path}`);
  const of = pickKindOf(kind, path);
  const base = textOf(sent, 'base');
  if (act === 'find' && of) {
    const picks = await findPicks(ctx, of, q, locale);
    return { ...(await typedState(ctx, locale, kind, record, base)), found: { path, q, picks } };
  }
  try {
    const made = act === 'create' && of ? await createNamed(ctx, of, q, locale) : null;
    const command = made ? `${path}:add:${made.id}` : textOf(sent, 'do');
    return await typedState(ctx, locale, kind, changeList(kind, record, command), base);
  } catch (error) {
    return refused(error, locale, await typedState(ctx, locale, kind, record, base));
  }
}

function pickKindOf(kind: RecordKind, path: string): PickKind | null {
  const field = fieldsOf(kind).find((each) => each.path === path);
  return field?.type === 'pick' || field?.type === 'picks' ? field.of : null;
}

export function pickKindIn(word: string): PickKind {
  const of = pickKinds.find((each) => each === word);
  if (!of) throw missing('record', { word });
  return of;
}

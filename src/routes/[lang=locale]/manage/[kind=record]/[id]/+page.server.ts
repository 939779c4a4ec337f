import { fail, redirect } from '@sveltejs/kit';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { steps, type Step } from '#lib/domain/records/life-cycle.ts';
import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { found } from '#lib/server/http/answers.ts';
import { missing } from '#lib/server/errors.ts';
import { pictureIn } from '#lib/server/http/picture-actions.ts';
import { change, save } from '#lib/server/http/record-actions.ts';
import { kindOf, refused, sentOf, textOf } from '#lib/server/http/record-forms.ts';
import {
  changePublication,
  discardDraft,
  getEditor,
  publishWaiting,
  replacePicture
} from '#lib/server/records/index.ts';
import { problemWords } from '#lib/domain/i18n/messages/records.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const editor = await found(getEditor(ctx, kindOf(params.kind), params.id, locale));
  const done = url.searchParams.get('done');
  const otherPath = pathIn(otherLocale(locale), 'manage', params.kind, params.id);
  return { ...editor, word: params.kind, done, formToken: ctx.newId(), otherPath };
};

const here = ({ params, locals }: RequestEvent) => pathIn(locals.locale, 'manage', params.kind, params.id);
const isStep = (text: string): text is Step => steps.some((step) => step === text);
const nothing = { record: {}, base: '', problems: [], conflicts: [], found: null, names: {} };

/** Does it and comes back; a refusal is shown above the form, in which nothing was typed. */
async function then(event: RequestEvent, done: string, work: () => Promise<void>) {
  try {
    await work();
  } catch (error) {
    const editor = await getEditor(event.locals.ctx, kindOf(event.params.kind), event.params.id, event.locals.locale);
    const { record = {}, base = '', names = {} } = editor ?? {};
    return refused(error, event.locals.locale, { ...nothing, record, base, names });
  }
  return redirect(303, `${here(event)}?done=${done}`);
}

export const actions = {
  save: (event) => save(event, kindOf(event.params.kind), event.params.id),
  change: (event) => change(event, kindOf(event.params.kind), event.params.id),
  step: async (event) => {
    const sent = sentOf(await event.request.formData());
    const step = textOf(sent, 'step');
    const kind = kindOf(event.params.kind);
    const { locale, ctx } = event.locals;
    if (!isStep(step))
      return fail(422, { ...nothing, message: problemWords(locale, { code: 'not-one-of', data: {} }) });
    const at = Date.parse(`${textOf(sent, 'day')}T${textOf(sent, 'time') || '00:00'}Z`);
    const publishAt = Number.isNaN(at) ? null : at;
    return then(event, step, () => changePublication(ctx, { kind, id: event.params.id, step, publishAt }));
  },
  replace: async (event) => {
    const { kind, id } = event.params;
    const form = await event.request.formData();
    return then(event, 'saved', async () => {
      if (kindOf(kind) !== 'image') throw missing('image', { id });
      await replacePicture(event.locals.ctx, id, await pictureIn(form));
    });
  },
  showWaiting: (event) =>
    then(event, 'publish', () => publishWaiting(event.locals.ctx, kindOf(event.params.kind), event.params.id)),
  discard: (event) =>
    then(event, 'discard', () => discardDraft(event.locals.ctx, kindOf(event.params.kind), event.params.id))
} satisfies Actions;

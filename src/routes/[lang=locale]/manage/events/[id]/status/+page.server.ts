import { fail, redirect } from '@sveltejs/kit';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { refusalText } from '#lib/domain/i18n/messages/refusals.ts';
import type { RecordProblem } from '#lib/domain/records/check.ts';
import type { Ctx } from '#lib/server/context.ts';
import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { valueAt } from '#lib/domain/records/merge.ts';
import { DomainError } from '#lib/server/errors.ts';
import { answer, found, refuse, statusOf } from '#lib/server/http/answers.ts';
import { sentOf, textOf } from '#lib/server/http/record-forms.ts';
import { rehearseStatus, type Outcome } from '#lib/server/http/status-outcome.ts';
import { changeStatus, getEditor, otherEvents, statusProblemsOf, type StatusForm } from '#lib/server/records/index.ts';
import { titleOf } from '#lib/domain/records/words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx, locale } }) => {
  const editor = await found(getEditor(ctx, 'event', params.id, locale));
  if (!editor.mayEdit) refuse(403, 'not-allowed');
  const text = (path: string[]) => {
    const value = valueAt(editor.saved, path);
    return typeof value === 'string' ? value : '';
  };
  return {
    ...{ id: params.id, state: editor.state, title: titleOf('event', editor.saved, locale) },
    history: Array.isArray(editor.saved.statusHistory) ? editor.saved.statusHistory : [],
    zone: text(['date', 'timeZone']),
    events: await otherEvents(ctx, params.id, locale),
    otherPath: pathIn(otherLocale(locale), 'manage', 'events', params.id, 'status')
  };
};

async function formIn(request: Request): Promise<StatusForm> {
  const sent = sentOf(await request.formData());
  const both = (name: string) => ({ en: textOf(sent, `${name}.en`).trim(), es: textOf(sent, `${name}.es`).trim() });
  const { value, time, timeZone } = {
    value: textOf(sent, 'newDate'),
    time: textOf(sent, 'newTime'),
    timeZone: textOf(sent, 'zone')
  };
  return {
    ...{ status: textOf(sent, 'status'), changedOn: textOf(sent, 'changedOn'), replacedBy: textOf(sent, 'replacedBy') },
    ...{ reason: both('reason'), note: both('note'), newDate: { value, time, timeZone } }
  };
}

interface Answer {
  typed: StatusForm;
  problems: RecordProblem[];
  outcome: Outcome | null;
  message: string;
}

async function look(ctx: Ctx, locale: Locale, id: string, typed: StatusForm): Promise<Answer> {
  const problems = await answer(statusProblemsOf(ctx, id, typed));
  if (problems.length > 0) return { typed, problems, outcome: null, message: '' };
  const editor = await found(getEditor(ctx, 'event', id, locale));
  const outcome = await rehearseStatus(ctx, locale, id, editor.slugs?.[locale] ?? id, typed);
  return { typed, problems, outcome, message: '' };
}

export const actions = {
  look: async ({ params, request, locals: { ctx, locale } }) => {
    const answer = await look(ctx, locale, params.id, await formIn(request));
    return answer.problems.length > 0 ? fail(422, answer) : answer;
  },
  add: async ({ params, request, locals: { ctx, locale } }) => {
    const typed = await formIn(request);
    try {
      const problems = await changeStatus(ctx, params.id, typed);
      if (problems.length > 0) return fail(422, { typed, problems, outcome: null, message: '' } satisfies Answer);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const message = refusalText(locale, error.kind, error.code, error.data);
      return fail(statusOf[error.kind], { typed, problems: [], outcome: null, message } satisfies Answer);
    }
    redirect(303, `${pathIn(locale, 'manage', 'events', params.id)}?done=status`);
  }
} satisfies Actions;

import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { answer } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import { closeReport, inbox } from '#lib/server/reports/index.ts';
import type { Actions, PageServerLoad } from './$types';

const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(40));
const done = v.object({ id, outcome: v.pipe(v.string(), v.trim(), v.maxLength(1000)) });

export const load: PageServerLoad = ({ locals: { ctx } }) => answer(inbox(ctx));

export const actions = {
  close: async (event) =>
    act(event, done, async (sent) => {
      await closeReport(event.locals.ctx, sent.id, sent.outcome);
      redirect(303, pathIn(event.locals.locale, 'manage', 'inbox'));
    }),
  reopen: async (event) =>
    act(event, v.object({ id }), async (sent) => {
      await closeReport(event.locals.ctx, sent.id, '', true);
      redirect(303, pathIn(event.locals.locale, 'manage', 'inbox'));
    })
} satisfies Actions;

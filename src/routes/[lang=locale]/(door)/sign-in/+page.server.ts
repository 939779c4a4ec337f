import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ownPath } from '#lib/domain/access/own-path.ts';
import type { FormState } from '#lib/domain/forms/types.ts';
import { doorMessages } from '#lib/domain/i18n/messages/door.ts';
import { formMessages } from '#lib/domain/i18n/messages/forms.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { needsSetUp, signIn } from '#lib/server/auth/index.ts';
import { act } from '#lib/server/http/forms.ts';
import { readKept } from '#lib/server/http/kept-form.ts';
import { startSession } from '#lib/server/http/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const credentials = v.object({
  email: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(254)),
  password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  next: v.optional(v.string(), ''),
  kept: v.optional(v.string(), '')
});

/** Pages of this site only, and not the door itself. */
const onwards = (next: string | null, desk: string) => ownPath(next) ?? desk;

export const load: PageServerLoad = async ({ locals: { ctx, locale }, url }) => {
  const next = onwards(url.searchParams.get('next'), pathIn(locale, 'manage'));
  if (ctx.viewer.kind === 'organizer') redirect(303, next);
  return { next, setUp: await needsSetUp(ctx) };
};

export const actions = {
  enter: async (event) =>
    act(event, credentials, async ({ email, password, next, kept }) => {
      const { ctx, door, locale } = event.locals;
      const address = event.getClientAddress();
      const { userId, needsSecondFactor } = await signIn(ctx, door.attempts, { email, password, address });
      await startSession(event, userId, needsSecondFactor);
      const path = onwards(next, pathIn(locale, 'manage'));
      const form = readKept(kept);
      const second = pathIn(locale, 'sign-in', 'second');
      // 307: the browser sends what was written on to the next page by itself
      if (needsSecondFactor && form) redirect(307, `${second}?/keep`);
      if (needsSecondFactor) redirect(303, `${second}?next=${encodeURIComponent(path)}`);
      if (!form) redirect(303, path);
      return { resumed: { ...form, action: path } };
    }),
  /** Shows what was written when a session ended in the middle; reached from the desk's guard only. */
  keep: async ({ request, locals: { locale } }) => {
    const form = await request.formData();
    const [kept, asked] = [form.get('kept'), form.get('next')];
    const next = onwards(typeof asked === 'string' ? asked : null, pathIn(locale, 'manage'));
    const words = typeof kept === 'string' && readKept(kept) ? kept : '';
    const ended: FormState = { message: doorMessages(locale).ended, issues: {}, typed: { next, kept: words } };
    // the page with the form is still open there and keeps what was typed by itself
    const open: FormState = { message: formMessages(locale).signedOut, issues: {}, typed: {}, signedOut: true };
    return fail(401, request.headers.has('x-sveltekit-action') ? open : ended);
  }
} satisfies Actions;

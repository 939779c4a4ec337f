import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { ownPath } from '#lib/domain/access/own-path.ts';
import type { FormState } from '#lib/domain/forms/types.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { answerWithCode, answerWithPasskey, challengeFor, type Session } from '#lib/server/auth/index.ts';
import { act } from '#lib/server/http/forms.ts';
import { readKept } from '#lib/server/http/kept-form.ts';
import { startSession } from '#lib/server/http/session-cookie.ts';
import { authenticationField } from '#lib/server/http/signed-json.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

// a passkey is asked for by script; codes go without
export const csr = true;

const onwards = { next: v.optional(v.string(), ''), kept: v.optional(v.string(), '') };
const withCode = v.object({ code: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(40)), ...onwards });
const withPasskey = v.object({ signed: authenticationField, ...onwards });

/** Of who has given the password and owes the rest. Everybody else begins at the door. */
function waiting({ locals }: Pick<RequestEvent, 'locals'>): Session {
  const { session, locale } = locals;
  if (!session?.pending) redirect(303, pathIn(locale, 'sign-in'));
  return session;
}

async function letIn(event: RequestEvent, userId: string, { next, kept }: { next: string; kept: string }) {
  await startSession(event, userId);
  const path = ownPath(next) ?? pathIn(event.locals.locale, 'manage');
  const form = readKept(kept);
  if (!form) redirect(303, path);
  return { resumed: { ...form, action: path } };
}

export const load: PageServerLoad = async (event) => {
  const { userId, hash } = waiting(event);
  const { ctx } = event.locals;
  return { ...(await challengeFor(ctx, userId, hash)), next: ownPath(event.url.searchParams.get('next')) ?? '' };
};

export const actions = {
  /** What was written when a session ended comes along from the first step. */
  keep: async (event) => {
    waiting(event);
    const form = await event.request.formData();
    const [kept, next] = [form.get('kept'), form.get('next')].map((value) => (typeof value === 'string' ? value : ''));
    const state: FormState = { message: '', issues: {}, typed: { kept: kept ?? '', next: next ?? '' } };
    return fail(401, state);
  },
  code: async (event) => {
    const { userId } = waiting(event);
    const { ctx, door } = event.locals;
    return act(event, withCode, async (sent) => {
      await answerWithCode(ctx, door.attempts, userId, sent.code);
      return letIn(event, userId, sent);
    });
  },
  passkey: async (event) => {
    const { userId, hash } = waiting(event);
    const { ctx, door } = event.locals;
    return act(event, withPasskey, async (sent) => {
      await answerWithPasskey(ctx, door.attempts, userId, hash, sent.signed);
      return letIn(event, userId, sent);
    });
  }
} satisfies Actions;

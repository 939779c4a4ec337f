import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestPassword } from '#lib/domain/access/account.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import {
  addApp,
  addPasskey,
  changePassword,
  confirmPassword,
  noticesOf,
  ownRow,
  removeFactor,
  renewRecoveryCodes,
  secondFactorOf
} from '#lib/server/auth/index.ts';
import { DomainError, notAllowed } from '#lib/server/errors.ts';
import { answer } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import { renewSessions } from '#lib/server/http/session-cookie.ts';
import { registrationField } from '#lib/server/http/signed-json.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const word = v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestPassword * 4));
const current = { 'current-password': word };
const forms = {
  password: v.object({ ...current, password: word, again: word }),
  app: v.object({ ...current, sealed: v.string(), code: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(20)) }),
  passkey: v.object({
    ...current,
    name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
    signed: registrationField
  }),
  remove: v.object({ ...current, factor: v.pipe(v.string(), v.nonEmpty()) }),
  codes: v.object(current),
  end: v.object({ session: v.pipe(v.string(), v.nonEmpty()) })
};

function sessionOf({ locals: { session } }: Pick<RequestEvent, 'locals'>) {
  if (!session) throw notAllowed('account:own');
  return session;
}

export const load: PageServerLoad = async (event) => {
  const { ctx, door } = event.locals;
  const { userId, hash } = sessionOf(event);
  const [second, sessions, notices, { email }] = await answer(
    Promise.all([secondFactorOf(ctx, hash), door.sessions.list(userId), noticesOf(ctx, userId), ownRow(ctx)])
  );
  return { second, notices, email, sessions: sessions.map((one) => ({ ...one, here: one.hash === hash })) };
};

const confirm = (event: RequestEvent, sent: { 'current-password': string }) =>
  confirmPassword(event.locals.ctx, event.locals.door.attempts, sent['current-password'], event.getClientAddress());

/** After every change of how one signs in, all sessions end and this browser gets a new one. */
async function renew<T>(event: RequestEvent, result: T): Promise<T> {
  await renewSessions(event, sessionOf(event).userId);
  return result;
}

const back = (event: RequestEvent) => redirect(303, pathIn(event.locals.locale, 'manage', 'account'));

export const actions = {
  password: async (event) =>
    act(event, forms.password, async (sent) => {
      if (sent.password !== sent.again) throw new DomainError('invalid', 'password.differs', { field: 'again' });
      await confirm(event, sent);
      await changePassword(event.locals.ctx, sent.password);
      return renew(event, { done: 'password' as const });
    }),
  app: async (event) =>
    act(event, forms.app, async (sent) => {
      await confirm(event, sent);
      return renew(event, { codes: await addApp(event.locals.ctx, sent.sealed, sent.code) });
    }),
  passkey: async (event) =>
    act(event, forms.passkey, async (sent) => {
      const { hash } = sessionOf(event);
      await confirm(event, sent);
      return renew(event, { codes: await addPasskey(event.locals.ctx, hash, sent.name, sent.signed) });
    }),
  remove: async (event) =>
    act(event, forms.remove, async (sent) => {
      await confirm(event, sent);
      await removeFactor(event.locals.ctx, sent.factor);
      await renew(event, null);
      back(event);
    }),
  codes: async (event) =>
    act(event, forms.codes, async (sent) => {
      await confirm(event, sent);
      return { codes: await renewRecoveryCodes(event.locals.ctx) };
    }),
  end: async (event) =>
    act(event, forms.end, async ({ session }) => {
      const { sessions } = event.locals.door;
      const { userId, hash } = sessionOf(event);
      const all = await sessions.list(userId);
      const ended = session === 'others' ? all.map((one) => one.hash).filter((each) => each !== hash) : [session];
      for (const each of ended) await sessions.revokeByHash(userId, each);
      back(event);
    })
} satisfies Actions;

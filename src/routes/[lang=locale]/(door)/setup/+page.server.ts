import { error, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isEmail } from '#lib/domain/access/account.ts';
import { formMessages } from '#lib/domain/i18n/messages/forms.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { needsSetUp, setUp } from '#lib/server/auth/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { act } from '#lib/server/http/forms.ts';
import { startSession } from '#lib/server/http/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const text = v.pipe(v.string(), v.trim(), v.maxLength(300));
const email = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.check(isEmail, 'email'));
const form = v.object({
  token: v.pipe(text, v.nonEmpty()),
  name: v.pipe(text, v.nonEmpty()),
  email,
  password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  again: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000)),
  responsibleBody: v.object({ en: v.pipe(text, v.nonEmpty()), es: v.pipe(text, v.nonEmpty()) }),
  contactEmail: email
});

/** The account that every page names as the one that tries tokens. */
const tokenAccount = 'set-up';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  // as soon as somebody may sign in the page is not there any more, and says no more than that
  if (!(await needsSetUp(ctx))) error(404, { message: 'missing', code: 'missing' });
};

export const actions = {
  default: async (event) => {
    const { ctx, door, locale } = event.locals;
    const words = { email: formMessages(locale).issues.email };
    return act(
      event,
      form,
      async ({ again, ...input }) => {
        if (input.password !== again) throw new DomainError('invalid', 'password.differs', { field: 'again' });
        const address = event.getClientAddress();
        const waitMs = door.attempts.waitMs(tokenAccount, address, ctx.now());
        if (waitMs > 0) throw new DomainError('too-many', 'sign-in.wait', { seconds: Math.ceil(waitMs / 1000) });
        const userId = await setUp(ctx, door.setUpToken, { ...input, locale }).catch((problem: unknown) => {
          if (problem instanceof DomainError && problem.code === 'set-up.token')
            door.attempts.failed(tokenAccount, address, ctx.now());
          throw problem;
        });
        door.setUpToken = null;
        await startSession(event, userId);
        redirect(303, pathIn(locale, 'manage'));
      },
      words
    );
  }
} satisfies Actions;

import * as v from 'valibot';
import { getSite } from '#lib/server/archive/index.ts';
import { askForLink } from '#lib/server/auth/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { act } from '#lib/server/http/forms.ts';
import { RateLimit } from '#lib/server/http/rate-limit.ts';
import type { Actions, PageServerLoad } from './$types';

const form = v.object({ email: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(254)) });
const limit = new RateLimit({ requests: 10, windowMs: 15 * 60_000 });

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  /** Without mail an admin makes the link. */
  hasMail: ctx.config.smtpUrl !== null,
  contact: (await getSite(ctx))?.contactEmail ?? null
});

export const actions = {
  default: async (event) =>
    act(event, form, async ({ email }) => {
      const { ctx } = event.locals;
      const { allowed, resetSeconds } = limit.take(event.getClientAddress(), ctx.now());
      if (!allowed) throw new DomainError('too-many', 'too-many', { seconds: resetSeconds });
      await askForLink(ctx, email);
      return { asked: true };
    })
} satisfies Actions;

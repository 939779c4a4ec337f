import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { longestPassword } from '#lib/domain/access/account.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { readPasswordLink, takePasswordLink } from '#lib/server/auth/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { act } from '#lib/server/http/forms.ts';
import { renewSessions } from '#lib/server/http/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

const chosen = v.object({
  password: v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestPassword * 4)),
  again: v.pipe(v.string(), v.nonEmpty(), v.maxLength(longestPassword * 4))
});

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const owner = await readPasswordLink(ctx, params.code);
  return { owner: owner && { name: owner.name, email: owner.email }, otherPath: null };
};

export const actions = {
  default: async (event) =>
    act(event, chosen, async ({ password, again }) => {
      if (password !== again) throw new DomainError('invalid', 'password.differs', { field: 'again' });
      const { ctx, locale } = event.locals;
      const userId = await takePasswordLink(ctx, event.params.code, password);
      await renewSessions(event, userId);
      redirect(303, pathIn(locale, 'manage'));
    })
} satisfies Actions;

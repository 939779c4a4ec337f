import * as v from 'valibot';
import { isEmail } from '#lib/domain/access/account.ts';
import { roles } from '#lib/domain/access/viewer.ts';
import { locales } from '#lib/domain/i18n/locale.ts';
import { formMessages } from '#lib/domain/i18n/messages/forms.ts';
import { createOrganizer, listOrganizers, makePasswordLink } from '#lib/server/auth/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const invitation = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  email: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.check(isEmail, 'email')),
  role: v.picklist(roles),
  locale: v.picklist(locales)
});

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  organizers: await answer(listOrganizers(ctx)),
  myId: ctx.viewer.kind === 'organizer' ? ctx.viewer.userId : ''
});

export const actions = {
  invite: async (event) => {
    const { ctx, locale } = event.locals;
    return act(
      event,
      invitation,
      async (input) => {
        const id = await createOrganizer(ctx, input);
        return { invited: input.name, link: await makePasswordLink(ctx, id) };
      },
      { email: formMessages(locale).issues.email }
    );
  }
} satisfies Actions;

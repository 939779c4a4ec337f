import * as v from 'valibot';
import { isEmail } from '#lib/domain/access/account.ts';
import { formMessages } from '#lib/domain/i18n/messages/forms.ts';
import { assertCan } from '#lib/server/access/index.ts';
import { getSite } from '#lib/server/archive/index.ts';
import { saveSettings } from '#lib/server/desk/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const both = (most: number) => v.object({ en: text(most), es: text(most) });
const needed = (most: number) =>
  v.object({ en: v.pipe(text(most), v.nonEmpty()), es: v.pipe(text(most), v.nonEmpty()) });
const form = v.object({
  title: needed(200),
  shortTitle: needed(60),
  tagline: both(300),
  description: both(2000),
  license: both(2000),
  contact: both(1000),
  responsibleBody: both(300),
  contactEmail: v.pipe(
    text(254),
    v.check((email) => email === '' || isEmail(email), 'email')
  ),
  textsReviewed: v.optional(v.string(), '')
});

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  await answer(Promise.resolve().then(() => assertCan(ctx, 'archive:change-settings', null)));
  return { settings: await getSite(ctx) };
};

export const actions = {
  default: async (event) =>
    act(
      event,
      form,
      async (settings) => {
        await saveSettings(event.locals.ctx, { ...settings, textsReviewed: settings.textsReviewed === 'yes' });
        return { saved: true };
      },
      { email: formMessages(event.locals.locale).issues.email }
    )
} satisfies Actions;

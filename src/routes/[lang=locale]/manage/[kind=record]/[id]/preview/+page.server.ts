import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { titleOf } from '#lib/domain/records/words.ts';
import { answer, found, refuse } from '#lib/server/http/answers.ts';
import { kindOf, sentOf, textOf } from '#lib/server/http/record-forms.ts';
import { getEditor, openPreview, openPreviews, revokePreviews } from '#lib/server/records/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { ctx, locale } }) => {
  const kind = kindOf(params.kind);
  const editor = await found(getEditor(ctx, kind, params.id, locale));
  if (!editor.mayEdit) refuse(403, 'not-allowed');
  const open = await openPreviews(ctx, kind, params.id);
  return {
    ...{ kind, word: params.kind, id: params.id, title: titleOf(kind, editor.record, locale), mayEdit: editor.mayEdit },
    open: open.map(({ tokenHash, expiresAt }) => ({ tokenHash, expiresAt })),
    otherPath: pathIn(otherLocale(locale), 'manage', params.kind, params.id, 'preview')
  };
};

export const actions = {
  make: async ({ params, request, url, locals: { ctx } }) => {
    const days = Number(textOf(sentOf(await request.formData()), 'days')) || 14;
    const token = await answer(openPreview(ctx, kindOf(params.kind), params.id, days));
    return {
      made: {
        en: url.origin + pathIn('en', 'preview', token),
        es: url.origin + pathIn('es', 'preview', token)
      }
    };
  },
  end: async ({ params, request, locals: { ctx } }) => {
    const hash = textOf(sentOf(await request.formData()), 'tokenHash');
    await answer(revokePreviews(ctx, kindOf(params.kind), params.id, hash || null));
    return { made: null };
  }
} satisfies Actions;

import { redirect } from '@sveltejs/kit';
import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { changedFields, valueAt } from '#lib/domain/records/merge.ts';
import { readable } from '#lib/domain/records/readable.ts';
import { titleOf } from '#lib/domain/records/words.ts';
import { answer, found } from '#lib/server/http/answers.ts';
import { kindOf, sentOf, textOf } from '#lib/server/http/record-forms.ts';
import { authorNames, getEditor, restoreRevision, revisionsOf } from '#lib/server/records/index.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as a page shows; the others are compared when they are asked for. */
const shownAtOnce = 30;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const kind = kindOf(params.kind);
  const editor = await found(getEditor(ctx, kind, params.id, locale));
  const [all, names] = await Promise.all([revisionsOf(ctx.read, kind, params.id), authorNames(ctx.read)]);
  const revisions = all.slice(0, shownAtOnce).map((revision, index) => {
    const before = all[index + 1]?.record ?? {};
    const isFirst = index === all.length - 1;
    const fields = isFirst ? [] : changedFields(before, revision.record);
    return {
      ...{ number: revision.number, at: revision.at, reason: revision.reason, waiting: revision.appliedAt === null },
      author: names.get(revision.author) ?? revision.author,
      changes: fields.map((path) => ({
        path,
        before: readable(valueAt(before, path)),
        after: readable(valueAt(revision.record, path))
      }))
    };
  });
  return {
    ...{ kind, word: params.kind, id: params.id, revisions, mayEdit: editor.mayEdit },
    title: titleOf(kind, editor.saved, locale),
    done: url.searchParams.get('done'),
    otherPath: pathIn(otherLocale(locale), 'manage', params.kind, params.id, 'revisions')
  };
};

export const actions = {
  restore: async ({ params, request, locals: { ctx, locale } }) => {
    const number = Number(textOf(sentOf(await request.formData()), 'number'));
    await answer(restoreRevision(ctx, kindOf(params.kind), params.id, number));
    redirect(303, `${pathIn(locale, 'manage', params.kind, params.id, 'revisions')}?done=restored`);
  }
} satisfies Actions;

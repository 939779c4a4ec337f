import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { mostPictureBytes, withTextAsSaid } from '#lib/domain/records/picture.ts';
import { DomainError } from '#lib/server/errors.ts';
import { recordIn, typedState } from '#lib/server/http/record-actions.ts';
import { refused, sentOf, textOf } from '#lib/server/http/record-forms.ts';
import type { PictureUpload } from '#lib/server/images/index.ts';
import { createPicture } from '#lib/server/records/index.ts';

/** The file that a form brought; throws when there is none, or more of it than is taken. */
export async function pictureIn(form: FormData): Promise<PictureUpload> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) throw new DomainError('invalid', 'images.missing', { field: 'file' });
  if (file.size > mostPictureBytes) throw new DomainError('too-large', 'images.too-large', { field: 'file' });
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) };
}

/** A new picture: its file and its words in one form. What was typed comes back with every refusal. */
export async function createImage({ request, locals: { ctx, locale } }: Pick<RequestEvent, 'request' | 'locals'>) {
  const form = await request.formData();
  const sent = sentOf(form);
  const key = textOf(sent, 'formToken');
  const record = await recordIn(ctx, 'image', key, sent);
  const typed = await typedState(ctx, locale, 'image', record, '');
  try {
    const said = withTextAsSaid(record, textOf(sent, 'hasText'));
    const created = await createPicture(ctx, said, key, await pictureIn(form));
    if ('problems' in created) return fail(422, { ...typed, problems: created.problems });
    return redirect(303, `${pathIn(locale, 'manage', 'images', created.id)}?done=saved`);
  } catch (error) {
    return refused(error, locale, typed);
  }
}

import { publicationStates } from '#lib/domain/archive/types.ts';
import { kindOf } from '#lib/server/http/record-forms.ts';
import { listRecords, mayBegin, rowsPerPage } from '#lib/server/records/index.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const kind = kindOf(params.kind);
  const q = (url.searchParams.get('q') ?? '').slice(0, 200);
  const state = publicationStates.find((each) => each === url.searchParams.get('status')) ?? null;
  const page = Math.max(0, Math.floor(Number(url.searchParams.get('page') ?? '1')) - 1) || 0;
  const { rows, total } = await listRecords(ctx, kind, { q, state, page }, locale);
  const pages = Math.ceil(total / rowsPerPage);
  return { kind, word: params.kind, q, state, page, pages, rows, total, mayCreate: mayBegin(ctx, kind) };
};

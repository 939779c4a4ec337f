import { isPublishedKind, type LooseRecord, type RecordKind } from '#lib/domain/records/kinds.ts';
import { createImage } from '#lib/server/http/picture-actions.ts';
import { change, create } from '#lib/server/http/record-actions.ts';
import { kindOf } from '#lib/server/http/record-forms.ts';
import {
  assertMayBegin,
  copyOf,
  draftOf,
  isFormKey,
  newFormKey,
  pickNames,
  readRecord
} from '#lib/server/records/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import type { Actions, PageServerLoad } from './$types';

/** What most begin with. */
const beginnings: Partial<Record<RecordKind, LooseRecord>> = {
  event: { kind: 'webinar', date: { precision: 'day' } },
  person: { kind: 'campaign', display: 'full_name', consent: 'to_confirm' },
  organization: { nameOrigin: 'source' },
  timelineEntry: { date: { precision: 'day' } }
};

export const load: PageServerLoad = async ({ params, url, locals: { ctx, locale } }) => {
  const kind = kindOf(params.kind);
  await answer((async () => assertMayBegin(ctx, kind))());
  const copied = url.searchParams.get('copy');
  const from = copied ? await readRecord(ctx.read, kind, copied) : null;
  const asked = url.searchParams.get('form') ?? '';
  const key = isFormKey(asked) ? asked : newFormKey(ctx);
  const draft = await draftOf(ctx, kind, key);
  const record = draft?.record ?? (from ? copyOf(kind, from) : (beginnings[kind] ?? {}));
  return {
    ...{ kind, word: params.kind, key, record, copyOf: from ? copied : null, published: isPublishedKind(kind) },
    names: await pickNames(ctx.read, kind, record, locale)
  };
};

export const actions = {
  save: (event) => {
    const kind = kindOf(event.params.kind);
    return kind === 'image' ? createImage(event) : create(event, kind);
  },
  change: (event) => change(event, kindOf(event.params.kind), 'new.aaaaaaaaaaaaaaaaaaaaaaaaaa')
} satisfies Actions;

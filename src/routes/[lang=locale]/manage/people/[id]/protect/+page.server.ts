import { fail } from '@sveltejs/kit';
import { otherLocale } from '#lib/domain/i18n/locale.ts';
import { recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import { refusalText } from '#lib/domain/i18n/messages/refusals.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { durationMs } from '#lib/domain/import/values.ts';
import { spellingsOf } from '#lib/domain/people/find-names.ts';
import { displayPolicies } from '#lib/domain/people/types.ts';
import { valueAt } from '#lib/domain/records/merge.ts';
import { titleOf } from '#lib/domain/records/words.ts';
import { DomainError } from '#lib/server/errors.ts';
import { answer, found, statusOf } from '#lib/server/http/answers.ts';
import { sentOf, textOf } from '#lib/server/http/record-forms.ts';
import { getEditor, placesOf, protectionOf, protectPerson, type ProtectionForm } from '#lib/server/records/index.ts';
import type { Actions, PageServerLoad } from './$types';

const stamp = (ms: number) =>
  `${String(Math.floor(ms / 60_000))}:${String(Math.floor(ms / 1000) % 60).padStart(2, '0')}`;

export const load: PageServerLoad = async ({ params, locals: { ctx, locale } }) => {
  const editor = await found(getEditor(ctx, 'person', params.id, locale));
  await answer(placesOf(ctx, params.id, []));
  const rule = await protectionOf(ctx, params.id);
  const { saved } = editor;
  const name = titleOf('person', saved, locale);
  const pseudonym = rule?.pseudonym ?? { en: '', es: '' };
  return {
    ...{ id: params.id, name, state: editor.state },
    typed: {
      display: rule?.display ?? displayPolicies.find((policy) => policy === valueAt(saved, ['display'])) ?? 'full_name',
      pseudonym: { en: pseudonym.en ?? '', es: pseudonym.es ?? '' },
      noPortrait: rule?.noPortrait ?? false,
      withdrawn: rule?.withdrawn ?? false,
      names: (rule?.names ?? spellingsOf(name)).join('\n'),
      replacement: {
        en: rule?.replacement.en ?? 'a participant',
        es: rule?.replacement.es ?? 'una persona participante'
      },
      passages: (rule?.passages ?? [])
        .map(({ recordingId, startMs, endMs }) => `${recordingId} ${stamp(startMs)} ${stamp(endMs)}`)
        .join('\n')
    },
    otherPath: pathIn(otherLocale(locale), 'manage', 'people', params.id, 'protect')
  };
};

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 'recording-2020 12:30 13:05' */
function passageOf(line: string): ProtectionForm['passages'][number] | null {
  const [, recordingId, from, to] = /^(\S+)\s+([\d:.]+)\s+([\d:.]+)$/.exec(line) ?? [];
  if (!recordingId || !from || !to) return null;
  const passage = { recordingId, startMs: durationMs(from), endMs: durationMs(to) };
  return passage.endMs > passage.startMs ? passage : null;
}

async function formIn(request: Request) {
  const sent = sentOf(await request.formData());
  const both = (name: string) => ({ en: textOf(sent, `${name}.en`).trim(), es: textOf(sent, `${name}.es`).trim() });
  const typed = {
    display: displayPolicies.find((policy) => policy === textOf(sent, 'display')) ?? ('hidden' as const),
    pseudonym: both('pseudonym'),
    noPortrait: sent.has('noPortrait'),
    withdrawn: sent.has('withdrawn'),
    names: textOf(sent, 'names').slice(0, 5000),
    replacement: both('replacement'),
    passages: textOf(sent, 'passages').slice(0, 5000)
  };
  const passages = linesOf(typed.passages).map(passageOf);
  const read = passages.filter((passage) => passage !== null);
  return { typed, names: linesOf(typed.names), passages: read, bad: read.length !== passages.length };
}

export const actions = {
  look: async ({ params, request, locals: { ctx } }) => {
    const { typed, names } = await formIn(request);
    return { typed, places: await answer(placesOf(ctx, params.id, names)), message: '', repaired: null };
  },
  protect: async ({ params, request, locals: { ctx, locale } }) => {
    const { typed, names, passages, bad } = await formIn(request);
    const refused = { typed, places: null, repaired: null };
    if (bad) return fail(422, { ...refused, message: recordsMessages(locale).protect.badPassage });
    try {
      return { ...refused, message: '', repaired: await protectPerson(ctx, params.id, { ...typed, names, passages }) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const message = refusalText(locale, error.kind, error.code, error.data);
      return fail(statusOf[error.kind], { ...refused, message });
    }
  }
} satisfies Actions;

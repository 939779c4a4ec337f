import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { FormState } from '#lib/domain/forms/types.ts';
import { allRepairs, noRepairs, type Choice } from '#lib/domain/captions/repairs/index.ts';
import { readFactor, readOffset } from '#lib/domain/captions/retime.ts';
import { formMessages } from '#lib/domain/i18n/messages/forms.ts';
import { textIn } from '#lib/domain/i18n/localized.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { textTrackLabel } from '#lib/domain/recordings/names.ts';
import { captionSteps } from '#lib/domain/recordings/types.ts';
import {
  createTrack,
  readUpload,
  recordingPlace,
  reportUpload,
  storeUpload,
  trackPlace,
  type RecordingPlace,
  type UploadChoice,
  type UploadedFile
} from '#lib/server/captions/workshop/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { found, statusOf } from '#lib/server/http/answers.ts';
import { groupFindings, repairViews, reportProblems } from '#lib/server/http/caption-report.ts';
import { stateOf } from '#lib/server/http/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, locale }, params, url }) => {
  const { recording, parts } = await found(recordingPlace(ctx, params.recording));
  return {
    recordingId: recording.id,
    title: textIn(recording.title, locale),
    tracks: parts.texts.filter(({ held }) => held).map((row) => ({ id: row.id, label: textTrackLabel(row, locale) })),
    chosen: url.searchParams.get('track') ?? ''
  };
};

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** The file that was chosen now, else the one that was sent before and comes along. */
async function fileOf(form: FormData): Promise<UploadedFile> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    return { name: file.name.slice(0, 200), bytes: new Uint8Array(await file.arrayBuffer()) };
  }
  return { name: textOf(form, 'name').slice(0, 200), bytes: Buffer.from(textOf(form, 'kept'), 'base64') };
}

function choiceOf(form: FormData): UploadChoice {
  const offsetMs = readOffset(textOf(form, 'offset'));
  const factor = readFactor(textOf(form, 'factor'));
  if (offsetMs === null) throw new DomainError('invalid', 'captions.offset', { field: 'offset' });
  if (factor === null) throw new DomainError('invalid', 'captions.factor', { field: 'factor' });
  const texts = (name: string) => new Set(form.getAll(name).filter((value) => typeof value === 'string'));
  const first = textOf(form, 'kept') === '';
  const repairs: Choice = first ? noRepairs : { codes: texts('repair'), refused: texts('refuse') };
  return { repairs, retiming: { offsetMs, factor } };
}

const newTrack = 'new';
/** The track that a file is for, as far as it is known: a new one has no row yet. */
function targetOf({ parts }: RecordingPlace, form: FormData) {
  const row = parts.texts.find(({ id, held }) => held && id === textOf(form, 'track'));
  if (row) return row;
  const language = textOf(form, 'language').slice(0, 35);
  if (language === '') throw new DomainError('invalid', 'captions.language', { field: 'language' });
  return { id: newTrack, language, timedTo: null };
}

async function report(event: RequestEvent, form: FormData, file: UploadedFile) {
  const { ctx, locale } = event.locals;
  const place = await recordingPlace(ctx, event.params.recording);
  const target = targetOf(place, form);
  const choice = choiceOf(form);
  const read = readUpload(ctx, place, target, file, choice);
  const { findings, delay } = await reportUpload(ctx, place, target, read);
  const { cues, format } = read.track;
  return {
    file: { name: file.name, kept: Buffer.from(file.bytes).toString('base64') },
    track: textOf(form, 'track'),
    language: textOf(form, 'language'),
    offset: textOf(form, 'offset'),
    factor: textOf(form, 'factor'),
    format,
    encoding: read.file.encoding,
    cues: cues.length,
    endMs: cues.reduce((most, { endMs }) => Math.max(most, endMs), 0),
    problems: reportProblems(read.file.problems, locale),
    problemCount: read.file.problems.length,
    findings: groupFindings(findings, locale),
    findingCount: findings.length,
    newNames: read.names.added.map(({ name }) => name),
    repairs: repairViews(read.repairs, format, locale),
    codes: textOf(form, 'kept') === '' ? [...allRepairs.codes] : [...choice.repairs.codes],
    refused: [...choice.repairs.refused],
    moved: choice.retiming.offsetMs === 0 && choice.retiming.factor === 1 ? [] : read.moved,
    cut: read.cut,
    suggestedMs: delay ? -delay.delayMs : null,
    mergesFrom: read.origin && read.origin.trackId === target.id ? read.origin.number : null
  };
}

type Report = Awaited<ReturnType<typeof report>>;
type Answer = { report: Report } | ActionFailure<{ state: FormState; report?: Report }>;

/** A refusal in words; where the file itself could be read, its report comes back with what was chosen. */
async function refused(event: RequestEvent, form: FormData, file: UploadedFile, error: unknown): Promise<Answer> {
  if (!(error instanceof DomainError)) throw error;
  const state = { ...stateOf(error, event.locals.locale, form), typed: typedOf(form) };
  const plain = new FormData();
  for (const name of ['track', 'language', 'kept', 'name']) plain.set(name, textOf(form, name));
  const readable = await report(event, plain, file).catch(() => null);
  const typed = readable && { ...readable, offset: textOf(form, 'offset'), factor: textOf(form, 'factor') };
  return fail(statusOf[error.kind], { state, ...(typed && textOf(form, 'kept') !== '' && { report: typed }) });
}

const typedOf = (form: FormData) =>
  Object.fromEntries(
    ['track', 'language', 'offset', 'factor', 'versionName'].map((name) => [name, textOf(form, name)])
  );

/** Ends in a redirect to where the file now is. */
async function store(event: RequestEvent, form: FormData, file: UploadedFile): Promise<never> {
  const { ctx, locale } = event.locals;
  const place = await recordingPlace(ctx, event.params.recording);
  const target = targetOf(place, form);
  const choice = choiceOf(form);
  readUpload(ctx, place, target, file, choice); // a file that cannot be taken must not leave an empty track behind
  const trackId =
    target.id === newTrack
      ? await createTrack(ctx, place, {
          language: target.language ?? '',
          role: 'unknown',
          kind: 'captions',
          from: null
        })
      : target.id;
  const facts = {
    name: textOf(form, 'versionName').slice(0, 200),
    step: captionSteps.find((step) => step === textOf(form, 'step')) ?? null,
    named: form.has('named')
  };
  const stored = await storeUpload(ctx, await trackPlace(ctx, place.recording.id, trackId), file, choice, facts);
  const page = stored.kind === 'merge' ? 'merge' : 'versions';
  redirect(303, pathIn(locale, 'manage', 'captions', place.recording.id, trackId, page));
}

const missingFile = (event: RequestEvent, form: FormData): Answer => {
  const message = formMessages(event.locals.locale).summary(1);
  return fail(422, { state: { message, issues: {}, typed: typedOf(form) } });
};

export const actions = {
  report: async (event): Promise<Answer> => {
    const form = await event.request.formData().catch(() => null);
    if (!form) return missingFile(event, new FormData());
    const file = await fileOf(form);
    try {
      return { report: await report(event, form, file) };
    } catch (error) {
      return refused(event, form, file, error);
    }
  },
  store: async (event): Promise<Answer> => {
    const form = await event.request.formData();
    const file = await fileOf(form);
    try {
      return await store(event, form, file);
    } catch (error) {
      return refused(event, form, file, error);
    }
  }
} satisfies Actions;

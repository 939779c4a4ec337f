import { getContext, setContext } from 'svelte';
import type { PublicationState } from '#lib/domain/archive/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';
import { eventMessages } from '#lib/domain/i18n/messages/events.ts';
import { peopleMessages } from '#lib/domain/i18n/messages/people.ts';
import { recordsMessages } from '#lib/domain/i18n/messages/records.ts';
import type { RecordProblem } from '#lib/domain/records/check.ts';
import type { OptionGroup, PickKind } from '#lib/domain/records/fields.ts';
import type { LooseRecord } from '#lib/domain/records/kinds.ts';

export interface Picked {
  id: string;
  name: string;
  state: PublicationState | null;
}
export interface Found {
  path: string;
  q: string;
  picks: Picked[];
}

/** What the fields of a form share. */
export interface FormModel {
  readonly locale: Locale;
  readonly record: LooseRecord;
  readonly problems: readonly RecordProblem[];
  readonly found: Found | null;
  /** Has script taken over? */
  readonly live: boolean;
  nameOf(of: PickKind, id: string): Picked;
  /** Does what a button of a list says, see changeList; without script the form is sent. */
  change(event: Event, command: string): void;
  find(path: string, of: PickKind, q: string): Promise<void>;
  create(event: Event, path: string, of: PickKind, q: string): void;
  /** Puts a row at another place. */
  move(path: string, from: number, to: number): void;
  choose(path: string, of: PickKind, pick: Picked): void;
}

const key = Symbol('record form');
export const provideModel = (model: FormModel): FormModel => setContext(key, model);
export const formModel = (): FormModel => getContext<FormModel>(key);

/** 'people.0.role' → an id that HTML and its selectors take. */
export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;

export const problemAt = (problems: readonly RecordProblem[], name: string): RecordProblem | null =>
  problems.find(({ path }) => path.join('.') === name) ?? null;

/** A problem of the field itself or of anything below it that has no place of its own. */
export const problemBelow = (problems: readonly RecordProblem[], name: string): RecordProblem | null =>
  problems.find(({ path }) => `${path.join('.')}.`.startsWith(`${name}.`)) ?? null;

type Words = Readonly<Record<string, string>>;
export function optionWords(locale: Locale, group: OptionGroup | undefined): Words {
  const own = recordsMessages(locale).options;
  if (group === undefined) return {};
  if (group === 'eventKind') return eventMessages(locale).kinds;
  if (group === 'attendance') return eventMessages(locale).attendance;
  if (group === 'personRole') return peopleMessages(locale).roles;
  if (group === 'organizationRole') return peopleMessages(locale).organizations.roles;
  return own[group];
}

/** Everything that is typed in a form, by the names of its fields. */
export function textsIn(form: HTMLFormElement): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') all.set(name, [...(all.get(name) ?? []), value]);
  }
  return all;
}

export const textAt = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

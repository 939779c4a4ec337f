import { getContext, setContext } from 'svelte';
import type { FormState } from '#lib/domain/forms/types.ts';
import type { Locale } from '#lib/domain/i18n/locale.ts';

/** What the fields of a form are told by the form around them. */
export interface FormContext {
  readonly locale: Locale;
  readonly form: FormState | null;
  /** What stands in the fields at first, by name. */
  readonly values: Readonly<Record<string, string | null | undefined>>;
  /** Tells forms on one page apart. */
  readonly prefix: string;
  /** It is on its way. */
  readonly sending: boolean;
}

const key = Symbol('form');

export const provideForm = (context: FormContext): FormContext => setContext(key, context);

const noForm: FormContext = { locale: 'en', form: null, values: {}, prefix: '', sending: false };
export const formHere = (): FormContext => getContext<FormContext | undefined>(key) ?? noForm;

/** What a field shows: what was typed, else what is stored; and what is wrong with it. */
export function fieldState(name: () => string) {
  const context = formHere();
  return {
    get locale() {
      return context.locale;
    },
    get id() {
      return `${context.prefix}${name().replaceAll(/[.[\]]+/g, '-')}`;
    },
    get value() {
      return context.form?.typed[name()] ?? context.values[name()] ?? '';
    },
    get issue() {
      return context.form?.issues[name()] ?? null;
    }
  };
}

import { locales } from '#lib/domain/i18n/locale.ts';
import type { LooseRecord, RecordKind } from '#lib/domain/records/kinds.ts';
import { valueAt } from '#lib/domain/records/merge.ts';

/** 'Los Ángeles: parada…' → 'los-angeles-parada'. Empty when nothing of it can stand in an address. */
export function slugFrom(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/['’]/g, '');
  const words = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return words.length <= 80 ? words : words.slice(0, 80).replace(/-[^-]*$/, '');
}

const titlePaths: Record<RecordKind, string[]> = {
  event: ['title'],
  series: ['title'],
  recording: ['title'],
  campaign: ['title'],
  action: ['title'],
  page: ['title'],
  topic: ['name'],
  person: ['name'],
  organization: ['short'],
  timelineEntry: ['text'],
  glossaryTerm: ['en', 'term'],
  image: ['alt']
};

/** What it is called, in one language or the other; '' while nothing is written. */
export function titleOf(kind: RecordKind, record: LooseRecord, locale: 'en' | 'es'): string {
  const value = valueAt(record, titlePaths[kind]);
  if (typeof value === 'string') return value;
  const inOwn = valueAt(value, [locale]);
  const other = locales.map((each) => valueAt(value, [each])).find((text) => typeof text === 'string');
  return typeof inOwn === 'string' ? inOwn : typeof other === 'string' ? other : '';
}

/** Texts that are written in one language only, as paths: `summary`, `sections.0.body`. */
export function missingTranslations(record: unknown, path: string[] = []): { path: string[]; locale: 'en' | 'es' }[] {
  if (typeof record !== 'object' || record === null || path.at(-1) === 'labels') return [];
  const keys = Object.keys(record);
  const isText = keys.length > 0 && keys.every((key) => key === 'en' || key === 'es') && !hasGroups(record);
  if (isText && path.at(-1) !== 'titleOrigin') {
    return locales.filter((locale) => !keys.includes(locale)).map((locale) => ({ path, locale }));
  }
  return Object.entries(record).flatMap(([key, value]) => missingTranslations(value, [...path, key]));
}

const hasGroups = (record: object): boolean =>
  Object.values(record).some((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

import { intlTag, type Locale } from '#lib/domain/i18n/locale.ts';

const figures = (locale: Locale, digits: number) =>
  new Intl.NumberFormat(intlTag[locale], { maximumFractionDigits: digits, minimumFractionDigits: 0 });

/** Bytes as people buy them, in powers of ten: 740 B, 41 kB, 1.2 MB, 31 MB. */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1000) return `${figures(locale, 0).format(bytes)} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = -1;
  // 999.6 kB would be written "1,000 kB": the next unit begins where the figure would be rounded to four places
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${figures(locale, value < 10 && unit > 0 ? 1 : 0).format(value)} ${units[unit] ?? ''}`;
}

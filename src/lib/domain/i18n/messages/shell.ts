import type { Locale } from '#lib/domain/i18n/locale.ts';
import { shell as en, type ShellMessages } from '#lib/domain/i18n/messages/shell.en.ts';
import { shell as es } from '#lib/domain/i18n/messages/shell.es.ts';

/** Apart from the other areas, because the layout is part of every page that runs in the browser. */
export const shellMessages = (locale: Locale): ShellMessages => (locale === 'es' ? es : en);

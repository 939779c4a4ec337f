import type { Handle } from '@sveltejs/kit';
import { carryChoices, readingModeOf, withoutScript } from '#lib/domain/i18n/carried.ts';
import { routePath } from '#lib/domain/i18n/paths.ts';

/** Organizers work with script; their pages are whole. */
const isDesk = (pathname: string) => /^\/[^/]+\/(manage|sign-in|password|setup)(\/|$)/.test(routePath(pathname) ?? '');

/**
 * Text first, when it is asked for in the address or by a browser that saves data: no fonts, no script, no player. There is no
 * cookie to keep a choice in, so links and search forms of the page take it along.
 */
export const withReadingMode: Handle = async ({ event, resolve }) => {
  const { pathname, searchParams } = event.url;
  event.locals.textFirst = false;
  if (isDesk(pathname)) return resolve(event);
  const mode = readingModeOf(searchParams);
  const textFirst = mode.text === '1' || (mode.text === null && event.request.headers.get('save-data') === 'on');
  event.locals.textFirst = textFirst;
  const response = await resolve(event, {
    transformPageChunk({ html }) {
      const lean = textFirst ? withoutScript(html).replace(/<html [^>]*/, '$& class="text-first"') : html;
      return carryChoices(lean, pathname, mode);
    }
  });
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  // names the scripts to be fetched beside the page; its styles are linked in it
  if (textFirst) response.headers.delete('link');
  response.headers.append('vary', 'Save-Data');
  return response;
};

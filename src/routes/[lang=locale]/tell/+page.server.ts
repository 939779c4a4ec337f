import * as v from 'valibot';
import { ownPath } from '#lib/domain/access/own-path.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { longestReport, reportKinds } from '#lib/domain/reports/types.ts';
import { DomainError } from '#lib/server/errors.ts';
import { act } from '#lib/server/http/forms.ts';
import { RateLimit } from '#lib/server/http/rate-limit.ts';
import { sendReport } from '#lib/server/reports/index.ts';
import { networkOf } from '#lib/server/network.ts';
import type { Actions, PageServerLoad } from './$types';

// a plain form: it works for everybody who can read the page
export const csr = false;

const form = v.object({
  kind: v.picklist(reportKinds),
  words: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longestReport)),
  replyTo: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  from: v.pipe(v.string(), v.maxLength(2000)),
  /** People leave it empty; programs that fill in whatever they find do not. */
  website: v.optional(v.string(), '')
});
/** By network, in memory, and forgotten with the window. */
const limit = new RateLimit({ requests: 5, windowMs: 10 * 60_000 });

export const load: PageServerLoad = ({ locals: { locale }, url, setHeaders }) => {
  // each filling-in of the form has a token of its own, so the page is kept by nobody
  setHeaders({ 'cache-control': 'no-store' });
  const from = ownPath(url.searchParams.get('from')) ?? pathIn(locale);
  return { from };
};

export const actions = {
  default: async (event) =>
    act(event, form, async ({ website, ...report }) => {
      const { ctx, locale } = event.locals;
      const { allowed, resetSeconds } = limit.take(networkOf(event.getClientAddress()), ctx.now());
      if (!allowed) throw new DomainError('too-many', 'too-many', { seconds: resetSeconds });
      if (website === '') await sendReport(ctx, { ...report, locale });
      return { sent: true, from: ownPath(report.from) ?? pathIn(locale) };
    })
} satisfies Actions;

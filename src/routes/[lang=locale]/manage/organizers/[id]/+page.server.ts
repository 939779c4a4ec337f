import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { roles } from '#lib/domain/access/viewer.ts';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { changeOrganizer, listOrganizers, makePasswordLink } from '#lib/server/auth/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { answer, refuse } from '#lib/server/http/answers.ts';
import { act } from '#lib/server/http/forms.ts';
import { renewSessions } from '#lib/server/http/session-cookie.ts';
import { listSeries } from '#lib/server/series/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const change = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200)),
  role: v.picklist(roles),
  reach: v.picklist(['all', 'series']),
  series: v.optional(v.array(v.string()), [])
});

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const organizer = (await answer(listOrganizers(ctx))).find(({ id }) => id === params.id);
  if (!organizer) return refuse(404, 'missing');
  const series = await listSeries(ctx);
  return { organizer, series: series.map(({ id, title }) => ({ id, title })) };
};

/** What somebody may do has changed: they sign in anew; whoever changed their own row gets a new session at once. */
async function endSessions(event: RequestEvent, id: string): Promise<void> {
  const { viewer } = event.locals.ctx;
  if (viewer.kind === 'organizer' && viewer.userId === id) await renewSessions(event, id);
  else await event.locals.door.sessions.revokeAll(id);
}

export const actions = {
  save: async (event) =>
    act(event, change, async ({ name, role, reach, series }) => {
      const { ctx, locale } = event.locals;
      if (reach === 'series' && series.length === 0)
        throw new DomainError('invalid', 'organizer.series', { field: 'series' });
      await changeOrganizer(ctx, event.params.id, { name, role, seriesIds: reach === 'series' ? series : null });
      await endSessions(event, event.params.id);
      redirect(303, pathIn(locale, 'manage', 'organizers'));
    }),
  link: async (event) =>
    act(event, v.object({}), async () => ({ link: await makePasswordLink(event.locals.ctx, event.params.id) })),
  close: async (event) =>
    act(event, v.object({ disabled: v.picklist(['yes', 'no']) }), async ({ disabled }) => {
      await changeOrganizer(event.locals.ctx, event.params.id, { disabled: disabled === 'yes' });
      await endSessions(event, event.params.id);
      redirect(303, pathIn(event.locals.locale, 'manage', 'organizers'));
    })
} satisfies Actions;

import { getSystem } from '#lib/server/operating/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx } }) => {
  const { backup, fixity, ...rest } = await answer(getSystem(ctx));
  const number = (data: Record<string, unknown>, name: string) => (typeof data[name] === 'number' ? data[name] : 0);
  const counts = fixity?.data.counts;
  const found = typeof counts === 'object' && counts !== null ? { ...counts } : {};
  return {
    system: {
      ...rest,
      backup: backup && {
        at: backup.endedAt,
        ok: backup.ok,
        copied: number(backup.data, 'copied'),
        bytes: number(backup.data, 'bytes')
      },
      fixity: fixity && {
        at: fixity.endedAt,
        changed: number(found, 'changed'),
        missing: number(found, 'missing'),
        untracked: number(found, 'untracked')
      }
    }
  };
};

export const prerender = false;

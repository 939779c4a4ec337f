import { createTransport } from 'nodemailer';
import * as v from 'valibot';
import { accountNoticeKinds } from '#lib/domain/access/account.ts';
import { mailMessages } from '#lib/domain/i18n/messages/mail.ts';
import { passwordLink } from '#lib/server/auth/password-link.ts';
import { allOrganizers, findByEmail, findById, type OrganizerRow } from '#lib/server/auth/store.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import type { JobKind } from '#lib/server/jobs/job.ts';
import { enqueue } from '#lib/server/jobs/queue.ts';

/** What is to be written, not the letter itself: no link and no address of a session lies in the table of jobs. */
const payload = v.variant('kind', [
  v.object({ kind: v.literal('notice'), userId: v.string(), notice: v.picklist(accountNoticeKinds) }),
  v.object({ kind: v.literal('files'), userId: v.string(), changed: v.number(), missing: v.number() }),
  v.object({ kind: v.literal('link'), email: v.string() })
]);
export type Mail = v.InferOutput<typeof payload>;

const receiverOf = (ctx: Ctx, mail: Mail): Promise<OrganizerRow | null> =>
  mail.kind === 'link' ? findByEmail(ctx, mail.email) : findById(ctx, mail.userId);

function letterTo(ctx: Ctx, row: OrganizerRow, mail: Mail): { subject: string; text: string } {
  const m = mailMessages(row.locale);
  const site = ctx.config.publicUrl.host;
  if (mail.kind === 'files') return m.files(site, mail.changed, mail.missing);
  return mail.kind === 'notice' ? m.notice(site, m.what[mail.notice]) : m.link(site, passwordLink(ctx, row));
}

/** Sends one letter. Nobody of that address: nothing is sent, and nobody is told. */
export const mailKind: JobKind<Mail> = {
  name: 'mail',
  payload,
  async work({ ctx, payload: mail }) {
    const { smtpUrl, mailFrom, publicUrl } = ctx.config;
    const row = await receiverOf(ctx, mail);
    if (!smtpUrl || !row || row.disabledAt !== null) return;
    const from = mailFrom ?? `acervo@${publicUrl.hostname}`;
    const transport = createTransport(smtpUrl);
    try {
      await transport.sendMail({ from, to: { name: row.name, address: row.email }, ...letterTo(ctx, row, mail) });
    } finally {
      transport.close();
    }
  }
};

/** Nothing happens where no mail is set up. */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  if (tx.config.smtpUrl) await enqueue(tx, mailKind, mail, { priority: 10 });
}

/** A letter to every admin: files are not as they were. */
export async function tellAdminsOfFiles(tx: Tx, found: { changed: number; missing: number }): Promise<void> {
  for (const { id, role, disabledAt } of await allOrganizers(tx)) {
    if (role === 'admin' && disabledAt === null) await queueMail(tx, { kind: 'files', userId: id, ...found });
  }
}

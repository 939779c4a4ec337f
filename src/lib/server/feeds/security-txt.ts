import { getSite } from '#lib/server/archive/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import { absolute } from '#lib/server/feeds/addresses.ts';

const validMs = 180 * 86_400_000;

/** Where somebody who found a hole may write (RFC 9116); null while the archive names no address. */
export async function securityTxt(ctx: Ctx): Promise<string | null> {
  const email = (await getSite(ctx))?.contactEmail;
  if (!email) return null;
  // the day, so that the file stays the same until the next one
  const expires = new Date(Math.floor((ctx.now() + validMs) / 86_400_000) * 86_400_000).toISOString();
  const lines = [
    `Contact: mailto:${encodeURI(email)}`,
    `Expires: ${expires.replace('.000Z', 'Z')}`,
    'Preferred-Languages: es, en',
    `Canonical: ${absolute(ctx, '/.well-known/security.txt')}`
  ];
  return `${lines.join('\n')}\n`;
}

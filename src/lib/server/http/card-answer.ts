import type { Ctx } from '#lib/server/context.ts';
import { drawPng, hashOf } from '#lib/server/feeds/index.ts';
import { answer, found } from '#lib/server/http/answers.ts';
import { hasAlready, outputHeaders } from '#lib/server/http/outputs.ts';

/** A drawn picture. Who has it already is told so before anything is drawn. */
export async function cardAnswer(request: Request, ctx: Ctx, svg: Promise<string | null>): Promise<Response> {
  const drawing = await found(svg);
  const etag = `"${hashOf(drawing)}"`;
  // kept for an hour without asking: sites that show it ask often, and what is withdrawn must go
  const headers = outputHeaders({ type: 'image/png', headers: { etag, 'cache-control': 'public, max-age=3600' } });
  if (hasAlready(request, etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await answer(drawPng(ctx, drawing))), { headers });
}

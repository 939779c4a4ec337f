import { csvMark, csvRow } from '#lib/domain/feeds/csv.ts';
import { wholeLog, type LogLine } from '#lib/server/desk/index.ts';
import { answer } from '#lib/server/http/answers.ts';
import { logFilterOf } from '#lib/server/http/log-filter.ts';
import type { RequestHandler } from './$types';

const header = ['at', 'actor', 'actor_name', 'action', 'object_kind', 'object_id', 'data'];
const rowOf = (line: LogLine) =>
  csvRow([
    new Date(line.at).toISOString(),
    line.actor,
    line.actorName,
    line.action,
    line.objectKind,
    line.objectId,
    line.data === null ? null : JSON.stringify(line.data)
  ]);

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
  const slices = wholeLog(ctx, logFilterOf(url));
  // the first slice is read before anything is answered: a refusal is a number, not a broken file
  const first = await answer(slices.next());
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvMark + csvRow(header)));
      if (!first.done) controller.enqueue(encoder.encode(first.value.map(rowOf).join('')));
    },
    async pull(controller) {
      const next = await slices.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value.map(rowOf).join('')));
    }
  });
  return new Response(stream, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="log.csv"',
      'cache-control': 'no-store'
    }
  });
};

import { readSearchAddress } from '#lib/domain/search/page-address.ts';
import { problem } from '#lib/server/http/problem.ts';
import { searchProblem } from '#lib/server/http/search-api.ts';

/** Streams a file of results. What is refused is refused before the first byte. */
export async function streamResults(
  url: URL,
  contentType: string,
  linesOf: (address: ReturnType<typeof readSearchAddress>) => AsyncIterable<string>
): Promise<Response> {
  const lines = linesOf(readSearchAddress(url.searchParams))[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  try {
    const head = await lines.next();
    const first = await lines.next();
    const waiting = [head, first].filter(({ done }) => done !== true);
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const next = waiting.shift() ?? (await lines.next());
        if (next.done === true) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      async cancel() {
        await lines.return?.();
      }
    });
    return new Response(body, { headers: { 'content-type': contentType, 'cache-control': 'no-store' } });
  } catch (error) {
    return problem(searchProblem(error));
  }
}

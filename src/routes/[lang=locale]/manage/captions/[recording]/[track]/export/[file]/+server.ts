import { downloadFormats } from '#lib/domain/recordings/view.ts';
import { exportVersion, trackPlace } from '#lib/server/captions/workshop/index.ts';
import { found } from '#lib/server/http/answers.ts';
import { downloadTypes } from '#lib/server/recordings/index.ts';
import type { RequestHandler } from './$types';

/** v3.vtt: version 3 as WebVTT, with its number in it. */
export const GET: RequestHandler = async ({ locals: { ctx }, params }) => {
  const [, number, ending] = /^v(\d{1,6})\.([a-z]+)$/.exec(params.file) ?? [];
  const format = downloadFormats.find((each) => each === ending) ?? null;
  const place = await found(trackPlace(ctx, params.recording, params.track));
  const file = await found(format === null ? Promise.resolve(null) : exportVersion(ctx, place, Number(number), format));
  return new Response(file.body, {
    headers: {
      'content-type': format === null ? 'text/plain' : downloadTypes[format],
      'content-disposition': `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, no-store'
    }
  });
};

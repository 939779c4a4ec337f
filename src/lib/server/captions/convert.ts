import { pipeline, Transform, type Readable } from 'node:stream';
import { parse, stringify, type Node } from 'subtitle';
import { convertText } from '#lib/domain/captions/markup.ts';

type StreamFormat = 'vtt' | 'srt';

/** Each cue's markup in the other format; comments and the header are left to the writer. */
const convertNodes = (from: StreamFormat, to: StreamFormat) =>
  new Transform({
    objectMode: true,
    transform(node: Node, _, done) {
      if (node.type !== 'cue') return done(null, node);
      const { settings, ...data } = node.data;
      const text = convertText(data.text, from, to);
      // an SRT player would show WebVTT's settings as text, and the other way round
      done(null, { ...node, data: { ...data, ...(from === to && settings ? { settings } : {}), text } });
    }
  });

/**
 * A caption file turned into the other format while it passes, for downloads: memory stays flat whatever its length. It takes
 * well-formed files, which is what the archive's own writers make; a fault ends the stream with an error.
 */
export function convertCaptions(source: Readable, from: StreamFormat, to: StreamFormat): Readable {
  const output = stringify({ format: to === 'vtt' ? 'WebVTT' : 'SRT' });
  pipeline(source, parse(), convertNodes(from, to), output, (error) => {
    if (error) output.destroy(error);
  });
  return output;
}

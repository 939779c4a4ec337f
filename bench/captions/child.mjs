// One parser on one file in a process of its own: child.mjs <time|memory> <parser> <file> <dir>
import { bundlePath, newlines, parsers } from './parsers.mjs';

const [mode, name, file, dir] = process.argv.slice(2);

function timed(parse) {
  const times = [];
  let cues = 0;
  for (let run = 0; run < 6; run++) {
    const began = performance.now();
    const found = parse(file);
    const ms = performance.now() - began;
    cues = typeof found === 'number' ? found : found.length;
    if (run > 0) times.push(ms); // the first warms up
  }
  return { ms: Math.min(...times), cues }; // the best: what disturbs a run is never the parser
}

/** Peak memory of one parse, and what is still held once everything else is collected. */
function weighed(parse) {
  const heldBytes = () => process.memoryUsage().heapUsed + process.memoryUsage().external;
  globalThis.gc();
  const before = heldBytes();
  const cues = parse(file);
  const peakMb = process.resourceUsage().maxRSS / 1024;
  globalThis.gc();
  globalThis.gc();
  return { peakMb, heldBytes: heldBytes() - before, cues: cues.length };
}

const parse = name === 'newlines' ? newlines : await parsers[name].load(bundlePath(dir));
console.log(JSON.stringify(mode === 'time' ? timed(parse) : weighed(parse)));

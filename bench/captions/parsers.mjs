import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

class Cue {
  constructor(startTime, endTime, text) {
    Object.assign(this, { startTime, endTime, text });
  }
}

/**
 * Every parser gets the path of a file and gives back its cues; reading the file counts for all of them.
 * @type {Record<string, { formats: string[], load: (bundle: string) => Promise<(path: string) => unknown[]> }>}
 */
export const parsers = {
  acervo: {
    formats: ['vtt', 'srt'],
    async load(bundle) {
      const { parseCaptions } = await import(pathToFileURL(bundle).href);
      return (path) => parseCaptions(readFileSync(path), { filename: path }).cues;
    }
  },
  subtitle: {
    formats: ['vtt', 'srt'],
    async load() {
      const { parseSync } = await import('subtitle');
      return (path) => parseSync(readFileSync(path, 'utf8')).filter((node) => node.type === 'cue');
    }
  },
  'node-webvtt': {
    formats: ['vtt'],
    async load() {
      const { parse } = require('node-webvtt');
      return (path) => parse(readFileSync(path, 'utf8'), { strict: false }).cues;
    }
  },
  'videojs-vtt.js': {
    formats: ['vtt'],
    async load() {
      const view = { VTTCue: Cue, VTTRegion: class {} };
      globalThis.window = view;
      const { WebVTT } = require('videojs-vtt.js');
      return (path) => {
        const cues = [];
        const parser = new WebVTT.Parser(view, view, WebVTT.StringDecoder());
        parser.oncue = (cue) => cues.push(cue);
        parser.onparsingerror = () => {};
        parser.parse(readFileSync(path, 'utf8'));
        parser.flush();
        return cues;
      };
    }
  }
};

/** One look at every byte: what no parser can beat by much. */
export function newlines(/** @type {string} */ path) {
  const bytes = readFileSync(path);
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}

export const bundlePath = (/** @type {string} */ dir) => join(dir, 'acervo-captions.mjs');

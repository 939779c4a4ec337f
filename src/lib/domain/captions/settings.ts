import type { CueSettings, Region } from '#lib/domain/captions/types.ts';

// WebVTT §6.4 (cue settings) and §6.2 (region settings): https://www.w3.org/TR/webvtt1/

const defaults: CueSettings = {
  vertical: '',
  line: 'auto',
  snapToLines: true,
  lineAlign: 'start',
  position: 'auto',
  positionAlign: 'auto',
  size: 100,
  align: 'center',
  region: null
};

/** "50%" or "50.5%" from 0 to 100; null when it is anything else. */
export function parsePercentage(input: string): number | null {
  if (!/^\d+(?:\.\d+)?%$/.test(input)) return null;
  const value = Number(input.slice(0, -1));
  return value <= 100 ? value : null;
}

/** Parts of a list of settings; split on the white space of ASCII. */
const words = (text: string) => text.split(/[\t\n\f\r ]+/).filter((word) => word !== '');

/** "name:value", or null when there is no colon between two parts. */
function nameAndValue(word: string): [string, string] | null {
  const colon = word.indexOf(':');
  return colon < 1 || colon === word.length - 1 ? null : [word.slice(0, colon), word.slice(colon + 1)];
}

function splitAtComma(value: string): [string, string | null] {
  const comma = value.indexOf(',');
  return comma < 0 ? [value, null] : [value.slice(0, comma), value.slice(comma + 1)];
}

/** A line number as the specification allows it: an optional minus, digits, a fraction between digits. */
function parseLineNumber(text: string): number | null {
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  if (!Number.isFinite(value)) return null;
  return value === 0 ? 0 : value; // never −0
}

function setLine(settings: CueSettings, value: string): boolean {
  const [where, align] = splitAtComma(value);
  const percent = where.endsWith('%');
  const number = percent ? parsePercentage(where) : parseLineNumber(where);
  if (number === null) return false;
  if (align === 'start' || align === 'center' || align === 'end') settings.lineAlign = align;
  else if (align !== null) return false;
  settings.line = number;
  settings.snapToLines = !percent;
  return true;
}

function setPosition(settings: CueSettings, value: string): boolean {
  const [where, align] = splitAtComma(value);
  const number = parsePercentage(where);
  if (number === null) return false;
  if (align === 'line-left' || align === 'center' || align === 'line-right') settings.positionAlign = align;
  else if (align !== null) return false;
  settings.position = number;
  return true;
}

function setSize(settings: CueSettings, value: string): boolean {
  const number = parsePercentage(value);
  if (number === null) return false;
  settings.size = number;
  return true;
}

function setAlign(settings: CueSettings, value: string): boolean {
  if (value !== 'start' && value !== 'center' && value !== 'end' && value !== 'left' && value !== 'right') return false;
  settings.align = value;
  return true;
}

function setVertical(settings: CueSettings, value: string): boolean {
  if (value !== 'rl' && value !== 'lr') return false;
  settings.vertical = value;
  return true;
}

const setters: Partial<Record<string, (settings: CueSettings, value: string) => boolean>> = {
  line: setLine,
  position: setPosition,
  size: setSize,
  align: setAlign,
  vertical: setVertical
};
const setterOf = (name: string) => (Object.hasOwn(setters, name) ? setters[name] : undefined);

/** Called for what a list of settings holds that does not count. */
export type OnIgnored = (setting: string, why: 'bad-setting' | 'unknown-region') => void;

const noRegions: ReadonlySet<string> = new Set();

/** The nine values of a cue's settings, by the W3C algorithm. `regions`: ids of those the file defines before the cue. */
export function parseSettings(text: string, regions = noRegions, onIgnored?: OnIgnored): CueSettings {
  const settings = { ...defaults };
  for (const word of words(text)) {
    const [name, value] = nameAndValue(word) ?? ['', ''];
    if (name === 'region') {
      settings.region = regions.has(value) ? value : null;
      if (settings.region === null) onIgnored?.(word, 'unknown-region');
    } else if (!setterOf(name)?.(settings, value)) onIgnored?.(word, 'bad-setting');
  }
  // a region places its cues itself: it does not go together with these three
  if (settings.line !== 'auto' || settings.size !== 100 || settings.vertical !== '') settings.region = null;
  return settings;
}

/** "x%,y%" */
function parseAnchor(value: string): { x: number; y: number } | null {
  const [first, second] = splitAtComma(value);
  const x = parsePercentage(first);
  const y = second === null ? null : parsePercentage(second);
  return x === null || y === null ? null : { x, y };
}

/** The settings of a REGION block; what is wrong keeps its default. */
export function parseRegion(text: string): Region {
  const region: Region = {
    id: '',
    width: 100,
    lines: 3,
    regionAnchor: { x: 0, y: 100 },
    viewportAnchor: { x: 0, y: 100 },
    scroll: ''
  };
  for (const word of words(text)) {
    const [name, value] = nameAndValue(word) ?? ['', ''];
    if (name === 'id') region.id = value;
    else if (name === 'width') region.width = parsePercentage(value) ?? region.width;
    else if (name === 'lines' && /^\d+$/.test(value)) region.lines = Math.min(Number(value), Number.MAX_SAFE_INTEGER);
    else if (name === 'regionanchor') region.regionAnchor = parseAnchor(value) ?? region.regionAnchor;
    else if (name === 'viewportanchor') region.viewportAnchor = parseAnchor(value) ?? region.viewportAnchor;
    else if (name === 'scroll' && value === 'up') region.scroll = 'up';
  }
  return region;
}

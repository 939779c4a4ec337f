import { bidiControls } from '#lib/domain/captions/checks/cue-checks.ts';
import { withoutMojibake } from '#lib/domain/captions/checks/mojibake.ts';
import { repeatedLines, rollingCues } from '#lib/domain/captions/checks/rolling.ts';
import { limits } from '#lib/domain/captions/checks/types.ts';
import { plainText } from '#lib/domain/captions/plain.ts';
import type { CaptionFormat, SpokenCue } from '#lib/domain/captions/types.ts';
import {
  repairCodes,
  type Change,
  type Placed,
  type Repair,
  type RepairCode
} from '#lib/domain/captions/repairs/types.ts';
import { wrapTwo } from '#lib/domain/captions/repairs/wrap.ts';

export * from '#lib/domain/captions/repairs/types.ts';

type Found = Map<number, SpokenCue | null>; // position → what it becomes
type Finder = (cues: readonly SpokenCue[], format: CaptionFormat) => Found;

/** The least that a cue stays when its end is moved. */
const leastMs = 300;

const eachCue =
  (
    change: (
      cue: SpokenCue,
      at: number,
      cues: readonly SpokenCue[],
      format: CaptionFormat
    ) => SpokenCue | null | undefined
  ): Finder =>
  (cues, format) =>
    new Map(
      cues.flatMap((cue, at): [number, SpokenCue | null][] => {
        const after = change(cue, at, cues, format);
        return after === undefined ? [] : [[at, after]];
      })
    );

const withText = (cue: SpokenCue, text: string | null): SpokenCue | undefined =>
  text === null || text === cue.text ? undefined : { ...cue, text };

/** The end of a cue that runs into the next one, where a bit of it is left. */
function earlierEnd(cue: SpokenCue, next: SpokenCue | undefined): SpokenCue | undefined {
  if (!next || next.startMs < cue.startMs || cue.endMs <= next.startMs) return undefined;
  return next.startMs - cue.startMs < leastMs ? undefined : { ...cue, endMs: next.startMs };
}

/** Lines that roll on are shown once; what has nothing of its own goes, and the cue before lasts as long. */
function unroll(cues: readonly SpokenCue[], format: CaptionFormat): Found {
  const plains = cues.map(({ text }) => plainText(text, format));
  const found: Found = new Map();
  for (const at of rollingCues(plains)) {
    const cue = cues[at];
    if (!cue) continue;
    const count = repeatedLines(plains[at - 1] ?? '', plains[at] ?? '');
    const left = cue.text
      .split('\n')
      .filter((line) => plainText(line, format).trim() !== '')
      .slice(count)
      .join('\n');
    found.set(at, left === '' ? null : { ...cue, text: left });
  }
  return found;
}

function rewrap({ text }: SpokenCue, format: CaptionFormat): string | null {
  const lines = plainText(text, format).split('\n');
  const fits = lines.length <= limits.lines && lines.every((line) => [...line].length <= limits.lineLength);
  // a dash begins another person's words: those lines are not run together
  return fits || lines.some((line) => /^\s*[-–—]/.test(line)) ? null : wrapTwo(text);
}

const finders: Record<Exclude<RepairCode, 'order'>, Finder> = {
  mojibake: eachCue((cue) => withText(cue, withoutMojibake(cue.text))),
  bidi: eachCue((cue) => withText(cue, cue.text.replace(bidiControls, ''))),
  reversed: eachCue((cue) =>
    cue.endMs < cue.startMs ? { ...cue, startMs: cue.endMs, endMs: cue.startMs } : undefined
  ),
  rolling: unroll,
  overlap: eachCue((cue, at, cues) => earlierEnd(cue, cues[at + 1])),
  lines: eachCue((cue, _, __, format) => withText(cue, rewrap(cue, format))),
  empty: eachCue((cue, _, __, format) => (plainText(cue.text, format).trim() === '' ? null : undefined))
};

const byStart = (list: readonly Placed[]): Placed[] =>
  list
    .map((placed, at) => ({ placed, at }))
    .sort((a, b) => a.placed.cue.startMs - b.placed.cue.startMs || a.at - b.at)
    .map(({ placed }) => placed);

/** In order of time; named as one change, at the first cue that moves. */
function orderRepair(list: readonly Placed[]): Repair | null {
  const moved = byStart(list).findIndex((placed, at) => placed !== list[at]);
  const first = list[moved];
  return first ? { code: 'order', changes: [{ origin: first.origin, before: first.cue, after: first.cue }] } : null;
}

function repairOf(code: RepairCode, list: readonly Placed[], format: CaptionFormat): Repair | null {
  if (code === 'order') return orderRepair(list);
  const found = finders[code](
    list.map(({ cue }) => cue),
    format
  );
  const changes = [...found].flatMap(([at, after]): Change[] => {
    const placed = list[at];
    return placed ? [{ origin: placed.origin, before: placed.cue, after }] : [];
  });
  return changes.length > 0 ? { code, changes } : null;
}

function applied(list: readonly Placed[], { code, changes }: Repair): Placed[] {
  if (code === 'order') return byStart(list);
  const after = new Map(changes.map((change) => [change.origin, change.after]));
  return list.flatMap((placed) => {
    const cue = after.get(placed.origin);
    return cue === null ? [] : [cue ? { ...placed, cue } : placed];
  });
}

export interface Choice {
  /** Repairs that are done. */
  codes: ReadonlySet<string>;
  /** Single changes that are not: `overlap:7`. */
  refused: ReadonlySet<string>;
}

export const changeName = (code: RepairCode, { origin }: Pick<Change, 'origin'>): string => `${code}:${String(origin)}`;

export interface Repaired {
  cues: SpokenCue[];
  /** What can be done, each repair seen after those before it were done as chosen. */
  repairs: Repair[];
}

/** Every repair that would do something, and the track after those that are chosen. */
export function repairTrack(cues: readonly SpokenCue[], format: CaptionFormat, choice: Choice): Repaired {
  let list = cues.map((cue, origin): Placed => ({ origin, cue }));
  const repairs: Repair[] = [];
  for (const code of repairCodes) {
    const repair = repairOf(code, list, format);
    if (!repair) continue;
    repairs.push(repair);
    if (!choice.codes.has(code)) continue;
    const changes = repair.changes.filter((change) => !choice.refused.has(changeName(code, change)));
    if (changes.length > 0) list = applied(list, { code, changes });
  }
  return { cues: list.map(({ cue }) => cue), repairs };
}

/** All of them, nothing refused. */
export const allRepairs: Choice = { codes: new Set(repairCodes), refused: new Set() };
export const noRepairs: Choice = { codes: new Set(), refused: new Set() };

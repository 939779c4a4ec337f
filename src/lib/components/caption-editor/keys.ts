/** What the tools of the open cue do. */
export type RowAct = 'split' | 'merge' | 'insert' | 'remove' | 'match' | 'shift' | 'start' | 'end';

export type Command =
  | RowAct
  | 'play'
  | 'playCue'
  | 'previous'
  | 'next'
  | 'startEarlier'
  | 'startLater'
  | 'endEarlier'
  | 'endLater'
  | 'back'
  | 'forward'
  | 'undo'
  | 'redo'
  | 'find'
  | 'problem'
  | 'save'
  | 'leave'
  | 'help';

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** By the key's place on the keyboard, because Alt makes other letters of it on some. */
const withControl: Readonly<Record<string, Command>> = {
  Space: 'play',
  Enter: 'split',
  KeyM: 'merge',
  KeyI: 'insert',
  Delete: 'remove',
  KeyZ: 'undo',
  KeyY: 'redo',
  KeyF: 'find',
  KeyS: 'save'
};
const withAlt: Readonly<Record<string, Command>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  Digit1: 'start',
  Digit2: 'end',
  BracketLeft: 'startEarlier',
  BracketRight: 'startLater'
};
const withAltShift: Readonly<Record<string, Command>> = { BracketLeft: 'endEarlier', BracketRight: 'endLater' };
const alone: Readonly<Record<string, Command>> = { Escape: 'leave', F1: 'help', F8: 'problem' };

/** What the editor does for a key; null: the key is not ours. */
export function commandOf({ code, ctrlKey, metaKey, altKey, shiftKey }: Key): Command | null {
  if (ctrlKey || metaKey) {
    if (altKey) return null;
    if (shiftKey) return code === 'Space' ? 'playCue' : code === 'KeyZ' ? 'redo' : null;
    return withControl[code] ?? null;
  }
  if (altKey) return (shiftKey ? withAltShift : withAlt)[code] ?? null;
  return shiftKey ? null : (alone[code] ?? null);
}

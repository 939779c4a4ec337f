import type { SpokenCue, Turn } from '#lib/domain/captions/types.ts';

type TurnCue = Pick<SpokenCue, 'startMs' | 'endMs' | 'speaker'>;

/**
 * Consecutive cues of one speaker, in the order given. A pause of `pauseMs` or more without words parts a turn; so does a cue
 * that begins before its turn did, where the times of a joined file start again.
 */
export function toTurns<C extends TurnCue>(cues: readonly C[], { pauseMs }: { pauseMs: number }): Turn<C>[] {
  const turns: Turn<C>[] = [];
  let turn: Turn<C> | null = null;
  for (const cue of cues) {
    const goesOn =
      turn !== null &&
      turn.speaker === cue.speaker &&
      cue.startMs - turn.endMs < pauseMs &&
      cue.startMs >= turn.startMs;
    if (!turn || !goesOn) {
      turn = { speaker: cue.speaker, startMs: cue.startMs, endMs: cue.startMs, cues: [] };
      turns.push(turn);
    }
    turn.cues.push(cue);
    turn.endMs = Math.max(turn.endMs, cue.endMs);
  }
  return turns;
}

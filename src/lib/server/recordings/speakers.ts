import { speakerLabel } from '#lib/domain/people/shown-name.ts';
import { may } from '#lib/server/access/index.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { RecordingParts } from '#lib/server/recordings/store.ts';

/** The label that may be written for a speaker in a text of this language; null: none. */
export type LabelOfSpeaker = (speakerId: string, language: string | null) => string | null;

/** Asks the policy of each speaker's person at this moment; what a file once called them is not the last word. */
export function heardSpeakers(ctx: Ctx, rows: RecordingParts['speakers']): LabelOfSpeaker {
  const speakers = new Map(
    rows.map(({ speaker, person }) => [
      speaker.id,
      { labels: speaker.labels, person: person && { ...person, mayRead: may(ctx, 'person:read', person) } }
    ])
  );
  return (speakerId, language) => {
    const speaker = speakers.get(speakerId);
    return speaker ? speakerLabel(speaker, language) : null;
  };
}

import { cleanName } from '#lib/domain/captions/checks/index.ts';
import { mainLanguage } from '#lib/domain/captions/checks/language.ts';
import { recordingSpeakers } from '#lib/server/db/schema/index.ts';
import type { Ctx, Tx } from '#lib/server/context.ts';
import { heardSpeakers, type RecordingParts } from '#lib/server/recordings/index.ts';

export interface NamedSpeaker {
  id: string;
  /** As it may be written now; "Voice 2" where no name may. */
  name: string;
}

const voiceWord = (language: string | null) => (mainLanguage(language) === 'es' ? 'Voz' : 'Voice');

/** "Xóchitl Holloway" → xochitl-holloway: stands in `<v key>`. */
const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40) || 'speaker';

/** Who is heard in a recording, by names that lead back to them: what a file of the workshop says and is read with. */
export class SpeakerNames {
  readonly list: NamedSpeaker[] = [];
  /** Those that a file named for the first time. */
  readonly added: NamedSpeaker[] = [];
  readonly #byName = new Map<string, string>();

  constructor(ctx: Ctx, speakers: RecordingParts['speakers'], language: string | null) {
    const labelOf = heardSpeakers(ctx, speakers);
    const word = voiceWord(language);
    const names = speakers.map(({ speaker }) => labelOf(speaker.id, language));
    speakers.forEach(({ speaker }, at) => {
      const own = names[at] ?? null;
      const twice = own !== null && names.indexOf(own) !== at;
      const name = own === null || twice ? `${word} ${String(at + 1)}` : own;
      this.list.push({ id: speaker.id, name });
      this.#byName.set(name, speaker.id);
      // as any language's file calls them, where the name may be shown at all
      if (own !== null) {
        for (const label of Object.values(speaker.labels)) {
          if (!this.#byName.has(label)) this.#byName.set(label, speaker.id);
        }
      }
    });
  }

  nameOf(id: string): string | null {
    return [...this.list, ...this.added].find((each) => each.id === id)?.name ?? null;
  }

  /** The key of whoever a file calls so; a new one for a name that nobody has. */
  readonly keyOf = (written: string): string => {
    const name = cleanName(written) || '?';
    const known = this.#byName.get(name);
    if (known !== undefined) return known;
    const taken = new Set([...this.list, ...this.added].map(({ id }) => id));
    const base = keyOf(name);
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${String(number)}`;
    this.added.push({ id, name });
    this.#byName.set(name, id);
    return id;
  };

  get known(): string[] {
    return [...this.#byName.keys()];
  }
}

/** Writes those of the new speakers that cues speak of. Somebody may have added the same meanwhile. */
export async function addSpeakers(
  tx: Tx,
  recordingId: string,
  language: string | null,
  speakers: readonly NamedSpeaker[],
  position: number
): Promise<void> {
  if (speakers.length === 0) return;
  const rows = speakers.map(({ id, name }, at) => ({
    ...{ recordingId, id, position: position + at },
    labels: { [language ?? 'und']: name }
  }));
  await tx.write.insert(recordingSpeakers).values(rows).onConflictDoNothing();
}

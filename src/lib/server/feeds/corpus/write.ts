import { plainText } from '#lib/domain/captions/plain.ts';
import { csvMark, csvRow } from '#lib/domain/feeds/csv.ts';
import { voiceOfRole } from '#lib/domain/recordings/types.ts';
import type { Ctx } from '#lib/server/context.ts';
import type { ChosenRecording, ChosenText } from '#lib/server/feeds/corpus/choose.ts';
import {
  cuesOfVersion,
  formatOfVersion,
  heardSpeakers,
  speakersOf,
  spokenTrack,
  writers
} from '#lib/server/recordings/index.ts';

/** The three forms of one text; read and labelled once. */
export interface WrittenText {
  vtt: string;
  txt: string;
  jsonl: string;
}

/** A line of JSON for every cue; what is the same in all of them is written once and joined. */
function jsonLines(
  { row }: ChosenRecording,
  { track, version, standIn }: ChosenText,
  cues: Awaited<ReturnType<typeof cuesOfVersion>>,
  labelOf: (speaker: string) => string | null
): string {
  const format = formatOfVersion(version);
  const shared = { recording: row.uuid, track: track.id, version: version.number, standIn };
  const head = JSON.stringify(shared).slice(0, -1);
  const role = voiceOfRole(track.role);
  const names = new Map<string, string>();
  const nameOf = (id: string | null) => {
    if (id === null) return 'null';
    let name = names.get(id);
    if (name === undefined) names.set(id, (name = JSON.stringify(labelOf(id))));
    return name;
  };
  const language = JSON.stringify(track.language);
  let lines = '';
  let n = 0;
  for (const { startMs, endMs, text, speakerId, voice, language: own } of cues) {
    const words = text.includes('<') || text.includes('&') || format !== 'vtt' ? plainText(text, format) : text;
    lines += `${head},"n":${String(++n)},"startMs":${String(startMs)},"endMs":${String(endMs)},"language":${own === null ? language : JSON.stringify(own)},"voice":"${voice ?? role}","speaker":${nameOf(speakerId)},"text":${JSON.stringify(words)}}\n`;
  }
  return lines;
}

/** All texts of a recording, written as the display policy of people allows at this moment. */
export async function* writtenTexts(
  ctx: Ctx,
  chosen: ChosenRecording
): AsyncGenerator<{ text: ChosenText; written: WrittenText }, void> {
  const heard = heardSpeakers(ctx, await speakersOf(ctx, chosen.row.id));
  for (const text of chosen.texts) {
    const labelOf = (speaker: string) => heard(speaker, text.track.language);
    const cues = await cuesOfVersion(ctx, text.version.id);
    const spoken = spokenTrack(text.version, cues);
    yield {
      text,
      written: {
        vtt: writers.vtt(spoken, labelOf),
        txt: writers.txt(spoken, labelOf),
        jsonl: jsonLines(chosen, text, cues, labelOf)
      }
    };
  }
}

export const recordingsHeader =
  csvMark +
  csvRow([
    'recording',
    'id',
    'title_en',
    'title_es',
    'date',
    'event',
    'event_title',
    'series',
    'duration_ms',
    'stand_in',
    'url'
  ]);

export const recordingRow = ({ row, event, series }: ChosenRecording, url: string): string =>
  csvRow([
    row.uuid,
    row.id,
    row.title.en ?? '',
    row.title.es ?? '',
    row.recordedOn ?? event?.date ?? '',
    event?.uuid ?? '',
    event?.title.en ?? event?.title.es ?? '',
    series?.uuid ?? '',
    row.durationMs,
    row.mediaState === 'stand_in',
    url
  ]);

export const textsHeader =
  csvMark +
  csvRow([
    'recording',
    'track',
    'language',
    'kind',
    'role',
    'version',
    'published',
    'cues',
    'stand_in',
    'licence',
    'rights_holder',
    'files'
  ]);

export function textRow({ row }: ChosenRecording, { track, version, standIn }: ChosenText): string {
  const rights = track.rights ?? row.rights;
  return csvRow([
    row.uuid,
    track.id,
    track.language ?? '',
    track.kind,
    track.role,
    version.number,
    version.publishedAt === null ? '' : new Date(version.publishedAt).toISOString().slice(0, 10),
    version.cueCount,
    standIn,
    rights?.term ?? '',
    rights?.holder?.en ?? rights?.holder?.es ?? '',
    `texts/${row.id}/${track.id}`
  ]);
}

import * as v from 'valibot';
import { OrganizationInRole, PersonInRole } from '#lib/domain/import/people.ts';
import {
  Day,
  Duration,
  FileName,
  Id,
  LanguageTag,
  Line,
  refTo,
  Rights,
  Slugs,
  Source,
  TitleOrigin,
  WebAddress,
  Words
} from '#lib/domain/import/values.ts';
import { mediaStates, renditionKinds, textTrackKinds, trackMethods, trackRoles } from '#lib/domain/recordings/types.ts';

/** One parent, or several: a track may be made from captions and interpretation together. */
const Parents = v.union([Id, v.array(Id)]);

export const AudioTrack = v.strictObject({
  id: Id,
  role: v.picklist(trackRoles),
  language: v.exactOptional(v.nullable(LanguageTag)),
  label: v.exactOptional(v.nullable(Words)),
  method: v.exactOptional(v.nullable(v.picklist(trackMethods))),
  derivedFrom: v.exactOptional(v.nullable(Parents)),
  /** False: known to exist, named on the page, never offered to play. */
  held: v.boolean(),
  standIn: v.exactOptional(v.boolean()),
  existedLive: v.exactOptional(v.nullable(v.boolean())),
  recorded: v.exactOptional(v.nullable(v.boolean())),
  silences: v.exactOptional(v.array(v.strictObject({ start: Duration, end: Duration }))),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const TextTrack = v.strictObject({
  id: Id,
  kind: v.picklist(textTrackKinds),
  role: v.exactOptional(v.nullable(v.picklist(trackRoles))),
  language: v.exactOptional(v.nullable(LanguageTag)),
  /** The sound whose time the cues keep; without it the original's. */
  timedTo: v.exactOptional(v.nullable(Id)),
  label: v.exactOptional(v.nullable(Words)),
  method: v.exactOptional(v.nullable(v.picklist(trackMethods))),
  derivedFrom: v.exactOptional(v.nullable(Parents)),
  reviewedBy: v.exactOptional(v.nullable(Words)),
  held: v.boolean(),
  standIn: v.exactOptional(v.boolean()),
  existedLive: v.exactOptional(v.nullable(v.boolean())),
  writesSounds: v.exactOptional(v.nullable(v.boolean())),
  writesSpeakers: v.exactOptional(v.nullable(v.boolean())),
  /** The caption file: WebVTT, SRT, SBV or a transcript. */
  file: v.exactOptional(v.nullable(FileName)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

export const MediaFile = v.strictObject({
  id: Id,
  kind: v.picklist(renditionKinds),
  /** For HLS the master playlist; everything that lies in its folder comes with it. */
  file: FileName,
  /** The audio track that it carries. */
  sound: v.exactOptional(v.nullable(Id)),
  /** Of what is drawn into the picture. */
  language: v.exactOptional(v.nullable(LanguageTag)),
  width: v.exactOptional(v.nullable(v.number())),
  height: v.exactOptional(v.nullable(v.number())),
  duration: v.exactOptional(v.nullable(Duration)),
  standIn: v.exactOptional(v.boolean())
});

export const RecordingSpeaker = v.strictObject({
  id: v.pipe(Id, v.maxLength(60, 'bad-id')),
  /** Language tag → what the files of that language write. */
  labels: v.record(LanguageTag, Line),
  person: v.exactOptional(v.nullable(refTo('person')))
});

export const Chapter = v.strictObject({ start: Duration, title: Words });

export const Recording = v.strictObject({
  id: Id,
  event: v.exactOptional(v.nullable(refTo('event'))),
  series: v.exactOptional(v.nullable(refTo('series'))),
  slug: v.exactOptional(Slugs),
  title: Words,
  titleOrigin: v.exactOptional(v.nullable(TitleOrigin)),
  description: v.exactOptional(v.nullable(Words)),
  recordedOn: v.exactOptional(v.nullable(Day)),
  duration: v.exactOptional(v.nullable(Duration)),
  people: v.exactOptional(v.array(PersonInRole)),
  organizations: v.exactOptional(v.array(OrganizationInRole)),
  topics: v.exactOptional(v.array(refTo('topic'))),
  images: v.exactOptional(v.array(refTo('image'))),
  resources: v.exactOptional(v.array(refTo('resource'))),
  notices: v.exactOptional(v.array(refTo('notice'))),
  mediaState: v.picklist(mediaStates),
  standInMadeOn: v.exactOptional(v.nullable(Day)),
  /** What the source says of the recording itself, whether the archive has it or not. */
  mediaFacts: v.exactOptional(
    v.nullable(
      v.strictObject({
        exists: v.boolean(),
        complete: v.exactOptional(v.nullable(v.boolean())),
        held: v.boolean(),
        url: v.exactOptional(v.nullable(WebAddress)),
        duration: v.exactOptional(v.nullable(Duration)),
        source: v.exactOptional(Source)
      })
    )
  ),
  speakers: v.exactOptional(v.array(RecordingSpeaker)),
  audioTracks: v.exactOptional(v.array(AudioTrack)),
  textTracks: v.exactOptional(v.array(TextTrack)),
  /** Written here, or one WebVTT file a language; titles with the same start belong together. */
  chapters: v.exactOptional(v.nullable(v.array(Chapter))),
  chapterFiles: v.exactOptional(
    v.nullable(v.strictObject({ en: v.exactOptional(FileName), es: v.exactOptional(FileName) }))
  ),
  media: v.exactOptional(v.array(MediaFile)),
  rights: v.exactOptional(v.nullable(Rights)),
  source: v.exactOptional(Source)
});

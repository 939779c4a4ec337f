import type { ImportProblem, ImportProblemCode } from '#lib/domain/import/problems.ts';

type Data = ImportProblem['data'];

const kinds: Record<string, string> = {
  organization: 'organization',
  institution: 'institution',
  person: 'person',
  topic: 'topic',
  series: 'series',
  event: 'event',
  recording: 'recording',
  image: 'image',
  notice: 'notice',
  resource: 'resource',
  campaign: 'campaign',
  demand: 'demand',
  letterTemplate: 'letter template',
  document: 'source document'
};
const wanted: Record<string, string> = {
  text: 'text',
  number: 'a number',
  'yes-no': 'true or false',
  list: 'a list, one "- " a line',
  group: 'a group of keys'
};
const meant = ({ meant: word }: Data) => (word === undefined ? '' : ` Did you mean "${word}"?`);

/** What is wrong, and what to do. */
export const en = {
  'folder-missing': (d) => `There is no folder "${d.folder}". Check how it is written and where the command runs.`,
  'nothing-found': () =>
    'Nothing to import here. A folder to import holds an archive.yaml or its sections, see docs/importing.md.',
  'unknown-file': (d) => `This file is not part of the format.${meant(d)} Rename it or move it elsewhere.`,
  'two-files-for-one': (d) => `"${d.section}" is already in ${d.first}. Keep one of the two.`,
  'file-too-large': (d) => `Larger than ${d.mebibytes} MB. Split it: one file for each section, or one for each entry.`,
  'not-utf8': () => 'Not UTF-8. Save the file as UTF-8.',
  'bad-file-name': (d) =>
    `"${d.name}" is not a name below the folder. Write it without "..", a drive, a leading slash or an address.`,
  'file-missing': (d) =>
    `There is no file "${d.name}" beside this one or in ${d.folders}. Add it, or give its folder to the command as well.`,
  'file-outside': (d) => `"${d.name}" leads out of the folders of this import. Copy the file into one of them.`,
  'file-kind': (d) => `"${d.name}" is not ${d.wanted ?? 'a plain file'}. Check that it is the right file.`,
  'file-empty': () => 'The file is empty. Fill it or remove it.',
  'yaml-syntax': (d) =>
    `This is not YAML: ${d.text}. Texts with a colon, a "#" or quotation marks at the start need quotation marks around them.`,
  'yaml-duplicate-key': (d) => `"${d.key}" stands twice in the same group. Remove one.`,
  'yaml-key': () => 'A key must be a plain word.',
  'yaml-tag': (d) => `The tag "${d.tag}" is not part of the format. Remove it.`,
  'yaml-alias': (d) => `"*${d.alias}" has no "&${d.alias}" before it. Check the name.`,
  'yaml-too-deep': () => 'Too many groups inside each other. Check the indentation.',
  'yaml-too-large': () =>
    'The aliases unfold to more values than an archive can have. Write the parts out, or split the file.',
  'unknown-key': (d) => `The format has no key "${d.key}" here.${meant(d)}`,
  'missing-key': (d) => `"${d.key}" is missing. Add it.`,
  'wrong-type': (d) =>
    `This should be ${wanted[String(d.wanted)] ?? 'text'}${d.value === undefined ? '' : `, not ${d.value}`}. Change it.`,
  'not-one-of': (d) => `"${d.value}" is none of: ${d.allowed}.${meant(d)}`,
  'bad-id': (d) => `"${d.value}" cannot be an id. Use small letters a–z, digits and hyphens.`,
  'bad-slug': (d) =>
    `"${d.value}" cannot be part of an address. Use small letters a–z, digits and single hyphens, no accents.`,
  'bad-code': (d) => `"${d.value}" cannot be a code. Use small letters a–z, digits and "_".`,
  'bad-placeholder': (d) => `"${d.value}" cannot be a placeholder. Use small letters a–z, digits and "_".`,
  'bad-date': (d) => `"${d.value}" is not a date. Write 2020-04-16, 2020-04 or 2020.`,
  'bad-day': (d) => `"${d.value}" is not a day. Write it as 2020-04-16.`,
  'bad-time': (d) => `"${d.value}" is not a time of day. Write it as "18:30", in quotation marks.`,
  'bad-time-zone': (d) => `"${d.value}" is not a time zone. Write it as America/Guatemala.`,
  'bad-duration': (d) => `"${d.value}" is not a length. Write "1:02:03", "4:13" or seconds.`,
  'bad-language': (d) => `"${d.value}" is not a language tag. Write es, en, quc or es-419.`,
  'bad-address': (d) => `"${d.value}" is not a web address. It must begin with https:// or http://.`,
  'bad-email': (d) => `"${d.value}" is not an email address. Complete it, or write null.`,
  'bad-rights': (d) =>
    `"${d.value}" is not a license. Write an SPDX name such as CC-BY-4.0, an address of rightsstatements.org, or not_cleared.`,
  'date-precision': () =>
    'The date is longer or shorter than its precision says. A day has year, month and day; a season or a year only the year; "unknown" no value.',
  'time-needs-zone': () => 'A time of day needs a whole date and a time_zone.',
  'empty-text': () => 'This text is empty. Write null if it is not known.',
  'empty-list': () => 'This list is empty. Leave the key out.',
  'one-line': () => 'This must be a single line.',
  'too-long': () => 'This is longer than it may be. Shorten it.',
  'no-language': () => 'The text has neither "en" nor "es". Give at least one.',
  'control-character': () => 'There is an invisible control character in this text. Type it again.',
  'wrong-format': (d) => `This program reads the format ${d.allowed}, not ${d.value}. Update the program or the file.`,
  'duplicate-id': (d) => `The id "${d.id}" is already at ${d.first}. Give one of the two another id.`,
  'unknown-reference': (d) =>
    `There is no ${kinds[String(d.kind)] ?? d.kind} with the id "${d.id}", neither in these files nor in the archive.${meant(d)}`,
  'slug-reserved': (d) => `"${d.slug}" is a word that the addresses themselves use. Choose another slug.`,
  'slug-taken': (d) => `The address "${d.slug}" belongs to "${d.other}". Choose another slug.`,
  'link-twice': (d) => `"${d.id}" stands twice as ${d.role}. Remove one.`,
  'no-default-source': (d) =>
    `It is not said in which document "${d.text}" is. Set default_source in meta, or write document-id:${d.text}.`,
  'unknown-document': (d) =>
    `"${d.text}" names a document that is not in "documents". Add it there or correct the name.`,
  'id-not-file-name': (d) =>
    `The id is "${d.id}", but the file or its folder is called "${d.name}". Make them the same.`,
  'status-differs': (d) =>
    `The status is "${d.status}", but the last entry of the history says "${d.last}". Make them the same.`,
  'scheduled-needs-start': () =>
    'A scheduled event needs the day on which it starts. Add date.value, or use "planned".',
  'rescheduled-needs-previous-start': () =>
    'A rescheduled event keeps when it was to start before. Add previous_start.',
  'ends-before-start': () => 'The end comes before the start. Correct one of them.',
  'series-differs': (d) =>
    `The event "${d.event}" does not name the series "${d.series}". Add "series: ${d.series}" to the event.`,
  'event-differs': (d) =>
    `The recording "${d.recording}" does not name the event "${d.event}". Add "event: ${d.event}" to the recording.`,
  'unknown-track': (d) => `This recording has no track "${d.id}".${meant(d)}`,
  'stand-in-mixed': () => 'Here a stand-in stands beside a recording that is held. Remove what is marked stand_in.',
  'held-without-file': () => 'This track is held, but no file is named. Add "file", or write held: false.',
  'unknown-domain': (d) => `The glossary has no domain "${d.domain}".${meant(d)}`,
  'captions-unreadable': (d) => `"${d.name}" is not a caption file. Give WebVTT, SRT, SBV or a transcript.`,
  'captions-without-times': (d) => `"${d.name}" has no times. Add [00:00:00] before what is said, or give captions.`,
  'captions-without-cues': (d) => `"${d.name}" holds no captions. Check that it is the right file.`,
  'captions-too-many-cues': (d) => `"${d.name}" has ${d.count} cues; a track can have ${d.most}. Split the recording.`,
  'playlist-outside': (d) =>
    `The playlist "${d.name}" names "${d.target}", which is not in its folder. Make the HLS folder complete in itself.`
} satisfies Record<ImportProblemCode, (data: Data) => string>;

import { plural } from '#lib/domain/i18n/plural.ts';

/** The page and the documents of the corpus. */
export const corpus = {
  title: 'Corpus for research',
  lead: 'Every published text of the archive in one ZIP file: WebVTT, plain text and JSON Lines, with a licence for each text and a data dictionary.',
  contents: (recordings: number, texts: number, cues: string) =>
    `${plural('en', recordings, { one: '# recording', other: '# recordings' })}, ${plural('en', texts, { one: '# text', other: '# texts' })}, ${cues} cues.`,
  nothing: 'Nothing can be downloaded with this choice: no text of it has been cleared for use elsewhere.',
  clearedOnly:
    'It holds only texts whose rights allow others to use them. Texts that have not been cleared can be read here, and their holders can be asked.',
  standInsOnly:
    'No text of a real recording has been cleared yet. The stand-ins, whose words were written for this archive, can be included.',
  narrow: 'What it should hold',
  language: 'Language of the text',
  year: 'Year',
  event: 'Event',
  series: 'Series or tour',
  everything: 'Everything',
  standIns: 'Include stand-ins. They are not what was said at the webinars.',
  count: 'Show what that is',
  download: 'Download (ZIP)',
  inside: 'What is inside',
  unpacked:
    'The file is not compressed, so that it can be sent while it is being written. Text packs to about a quarter.',
  files: {
    readme: 'when it was made, from where, and what it holds',
    dictionary: 'every file and every field',
    recordings: 'one row for each recording',
    texts: 'one row for each text, with its licence and the holder of its rights',
    vtt: 'captions with their times and speakers',
    txt: 'a transcript to read, by speaker',
    jsonl: 'one cue to a line, for programs'
  },
  documents: {
    readme: (archive: string, url: string, day: string, contents: string) =>
      `# ${archive}: corpus\n\nMade on ${day} from ${url}\n\n${contents}\n\n## Licence\n\nEach text has a licence of its own: column "licence" of texts.csv (an SPDX identifier or an address of rightsstatements.org), beside it the holder of the rights. There is no licence for the whole.\n\nStand-ins (column "stand_in") are not recordings of the events: a synthetic voice reads words that were written for the archive. Do not quote them as said.\n\nNames of speakers are given as each person has allowed at the day above. Ask for a new copy before you publish names.\n\nThe identifiers are UUIDs: ${url}/id/<UUID> finds the object, in this archive and in any that has taken it over.\n`,
    dictionary: `# Data dictionary\n\nAll files are UTF-8. CSV files follow RFC 4180, with a byte order mark; a cell that a spreadsheet would take for a formula begins with an apostrophe that is not part of the text. Times are whole milliseconds from the beginning of the recording.\n\n## recordings.csv\n\n| field | meaning |\n| --- | --- |\n| recording | UUID of the recording |\n| id | its name inside the archive; folder below texts/ |\n| title_en, title_es | title; empty where there is none in that language |\n| date | ISO 8601, as exact as it is known: 2020-06-10, 2020-06, 2020 |\n| event | UUID of the event; empty where it belongs to none |\n| event_title | title of the event, in English where there is one |\n| series | UUID of the series or tour |\n| duration_ms | length |\n| stand_in | true: not the recording itself |\n| url | page |\n\n## texts.csv\n\n| field | meaning |\n| --- | --- |\n| recording | UUID of the recording |\n| track | name of the text within its recording |\n| language | BCP 47 tag |\n| kind | captions, subtitles, descriptions, transcript |\n| role | whose words: original, interpretation, translation, mixed, description, unknown |\n| version | number of the version; corrections make a new one |\n| published | day on which the version was published |\n| cues | number of cues |\n| stand_in | true: not what was said |\n| licence | SPDX identifier or address of a rights statement |\n| rights_holder | who holds the rights |\n| files | path without its ending |\n\n## texts/RECORDING/TRACK.jsonl\n\nOne JSON object to a line, one line to a cue, in the order of the captions.\n\n| field | meaning |\n| --- | --- |\n| recording, track, version | as above |\n| standIn | true: not what was said |\n| n | number of the cue, from 1 |\n| startMs, endMs | time in the recording |\n| language | of this cue |\n| voice | whose words: original, interpretation, translation, unknown |\n| speaker | name as it may be shown; null: not known, or not to be shown |\n| text | the words, without markup; a line feed parts the lines of the caption |\n\n## texts/RECORDING/TRACK.vtt and .txt\n\nWebVTT as published, with the names that may be shown; and the same words as paragraphs by speaker, each with its time.\n`
  }
};
export type CorpusMessages = typeof corpus;

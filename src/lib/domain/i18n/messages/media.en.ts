import type { UploadState, ProductionStep } from '#lib/domain/media/types.ts';
import type { MediaState, TrackRole } from '#lib/domain/recordings/types.ts';

type Data = Readonly<Record<string, string | number | boolean | null>>;
const gib = (bytes: unknown) => `${(Number(bytes) / 2 ** 30).toFixed(1)} GB`;

export const problems: Record<string, (data: Data) => string> = {
  'upload.too-large': ({ most }) =>
    `The file is larger than ${gib(most)}, which is the most that one file may have here.`,
  'upload.quota': ({ most }) =>
    `The archive’s share of the disk (${gib(most)}) would be used up. Remove something first, or ask whoever runs the server for more.`,
  'upload.no-space': ({ free }) =>
    `There is not enough space on the server’s disk: ${gib(free)} can still be used. Ask whoever runs the server to free some.`,
  'upload.incomplete': () => 'The file has not arrived whole. Choose it again: the upload goes on where it stopped.',
  'upload.in-use': () => 'This file is being used and cannot be removed.',
  'upload.missing': () => 'This upload is not here any more. Choose the file again.',
  'upload.empty': () => 'No file was chosen. Choose one and send the form again.',
  'upload.form': () => 'The form did not arrive as it should. Choose the file again and send the form once more.',
  'upload.form-too-large': () => 'Without script a file may have at most 100 MB. Turn scripts on for larger files.',
  'media.unknown-kind': () =>
    'This is no recording that the archive can play. It takes MP4, MOV, MKV, WebM, M4A, MP3, OGG, WAV and FLAC.',
  'media.broken': () => 'The file is damaged and cannot be read. Export it again from the program that made it.',
  'media.nothing-to-play': () => 'There is neither a picture nor a sound in this file that the archive can play.',
  'media.no-length': () => 'The file does not say how long it is. Export it again from the program that made it.',
  'production.no-picture': () => 'This file has no picture. Choose another one, or make a recording of sound only.',
  'production.no-sound': () => 'The chosen sound is not in its file.',
  'production.nothing': () => 'Choose at least a picture or one sound.',
  'production.not-ready': () => 'It is not ready yet. Wait until it has been made.',
  'production.published': () => 'Visitors see this already.',
  'production.missing': () => 'Somebody has begun it anew meanwhile. Load the page again.',
  'production.lost': () => 'What had been made is not on the disk any more. Start again from the uploads.',
  'production.no-poster': () => 'This picture is not among those that were made.',
  'omission.times': () =>
    'The end must be after the beginning, and both within the recording. Write them as 12:31 or 1:02:03.',
  'omission.missing': () => 'This passage is shown again already.',
  'stretches.form': () => 'Write one stretch a line, as 12:31-13:03.',
  'captions.left-out': () => 'The captions have words in a passage that is left out. Remove them first.',
  'chapters.line': ({ line }) => `Line ${String(line)} is not a time and a title. Write it as 12:31 Questions.`,
  'ffmpeg.missing': () =>
    'ffmpeg is not installed on the server. The file is safe and waits; ask whoever runs the server to install ffmpeg.'
};

/** Uploads, what is made of them, and what players are told about it. */
export const media = {
  problem: (code: string, data: Data = {}) => problems[code]?.(data) ?? 'Something went wrong. Try again.',
  title: 'Add a recording',
  listLead: 'Choose the recording that the files belong to.',
  of: (title: string) => `Media of “${title}”`,
  columns: { recording: 'Recording', has: 'Visitors have', coming: 'On its way' },
  mediaState: { none: 'nothing to play', stand_in: 'a stand-in', held: 'the recording' } satisfies Record<
    MediaState,
    string
  >,
  toRecordings: 'All recordings',
  publicPage: 'See its page',
  uploadsComing: (count: number) => (count === 1 ? '1 file' : `${String(count)} files`),
  making: { working: 'being made', ready: 'ready to look at', published: 'shown', replaced: 'replaced' },
  noFfmpeg:
    'ffmpeg is not installed on the server. Files can be uploaded and wait; nothing can be made of them until it is there.',
  files: {
    heading: '1. Files',
    lead: 'A video with its sound, and a sound file for each interpretation. MP4, MOV, MKV, WebM, M4A, MP3, OGG, WAV, FLAC.',
    choose: 'Choose files',
    drop: 'or drop them here',
    keeps:
      'If the line drops or you close this page, the upload goes on from where it stopped for seven days: choose the same file again.',
    plain: 'Choose a file',
    plainHint: 'At most 100 MB. With scripts turned on, files may be larger and survive a dropped line.',
    send: 'Upload',
    none: 'No files have been uploaded.',
    columns: { file: 'File', state: 'State', act: 'Action' },
    state: {
      receiving: 'arriving',
      arrived: 'arrived, being looked at',
      ready: 'ready',
      refused: 'refused'
    } satisfies Record<UploadState, string>,
    duplicate: 'The same file was uploaded before.',
    progress: (percent: number, done: string, all: string) => `${String(percent)} %, ${done} of ${all}`,
    left: (minutes: number, speed: string) =>
      `About ${minutes <= 1 ? 'a minute' : `${String(minutes)} minutes`} left at ${speed} a second.`,
    waiting: 'The line is down. The upload goes on by itself.',
    pause: 'Pause',
    resume: 'Go on',
    remove: 'Remove'
  },
  start: {
    heading: '2. What it is made of',
    picture: 'Picture',
    noPicture: 'None: a recording of sound only',
    sounds: 'Sounds',
    soundsHint: 'Say whose voice each sound carries. What is not used is left where it is.',
    columns: { sound: 'Sound', use: 'Use', voice: 'Voice', language: 'Language', offset: 'Begins at (seconds)' },
    inside: (file: string, number: number) => `${file}, sound ${String(number)}`,
    languageHint: 'As es, en, nah',
    even: 'Bring speech to the same loudness (−16 LUFS); the original is kept as it is',
    publish: 'Show it to visitors as soon as it is ready',
    go: 'Prepare for visitors',
    wait: 'Upload a file first.'
  },
  roles: {
    original: 'Original',
    interpretation: 'Interpretation',
    translation: 'Translation',
    mixed: 'Mixed',
    description: 'Audio description',
    unknown: 'Not known'
  } satisfies Record<TrackRole, string>,
  make: {
    heading: '3. Look at it, then show it',
    none: 'Nothing has been made yet.',
    steps: {
      hashed: 'counting the bytes',
      probed: 'looking at the files',
      transcoded: 'making the sizes',
      sounds: 'making the sounds',
      poster: 'taking stills',
      storyboard: 'taking small stills',
      peaks: 'drawing the waveforms',
      finished: 'putting it into the archive'
    } satisfies Record<ProductionStep, string>,
    queued: 'Waiting for its turn.',
    waiting: 'Waiting: something that it needs is missing. It goes on by itself.',
    running: (percent: number, step: string) => `${String(percent)} %: ${step}.`,
    failed: 'This needs a person. The last lines of the log:',
    retry: 'Try again',
    giveUp: 'Give up',
    ready: 'Ready. Visitors do not see it yet.',
    shown: 'This is what visitors see.',
    size: (size: string) => `${size} in all sizes and sounds.`,
    replaces:
      'It takes the place of the stand-in: the address stays, and the stand-in’s captions leave the search, the feeds and the downloads.',
    show: 'Show it to visitors',
    notYours: 'A publisher can show it to visitors.',
    poster: 'Poster',
    takePoster: (number: number) => `Take picture ${String(number)}`,
    posterTaken: 'taken',
    reload: 'Load the page again to see how far it is.'
  },
  align: {
    heading: '4. Interpretation',
    lead: 'Put the interpretation on the recording’s time, by ear or by its waveform. Each change makes the recording anew; visitors keep what they have until then.',
    wave: (label: string) => `Waveform: ${label}`,
    offset: 'Begins at (seconds)',
    silences: 'Stretches without interpretation',
    silencesHint: 'One a line, as 12:31-13:03. They are shown on the time line.',
    quiet: (list: string) => `Nothing is heard here: ${list}`,
    find: 'Find it by the floor’s sound',
    found: (seconds: string, isSure: boolean) =>
      isSure
        ? `The floor’s sound is heard at ${seconds} s. The field has been filled in.`
        : `Perhaps at ${seconds} s, but this is a guess: the floor is hardly heard in it. Listen before you save.`,
    notFound: 'The floor’s sound is not heard in it. Put it by ear.',
    earlier: '0.1 s earlier',
    later: '0.1 s later',
    save: 'Save and make it anew'
  },
  omit: {
    heading: '5. Leave a passage out',
    lead: 'To protect somebody. At once all files are closed and the captions of the passage are gone; then the recording is made anew, with silence and a plain card there.',
    from: 'From',
    to: 'To',
    hint: 'As 12:31 or 1:02:03',
    go: 'Leave it out',
    list: 'Left out',
    again: 'Show it again',
    againLabel: (from: string, to: string) => `Show ${from} to ${to} again`
  },
  chapters: {
    heading: '6. Chapters',
    lead: 'One a line: the time, then the title. Titles at the same time are one chapter in two languages.',
    hint: '12:31 Questions',
    en: 'English',
    es: 'Spanish',
    save: 'Save chapters'
  },
  done: {
    started: 'It is being made.',
    published: 'Visitors see it now.',
    removed: 'The file was removed.',
    poster: 'The poster was changed.',
    omitted: 'The passage is closed, and the recording is being made anew.',
    included: 'The recording is being made anew with the passage.',
    chapters: 'The chapters were saved.',
    stopped: 'It was given up.',
    uploaded: 'The file has arrived and is being looked at.'
  }
};

export type MediaMessages = typeof media;

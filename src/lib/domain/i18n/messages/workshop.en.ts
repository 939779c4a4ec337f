import type { CheckCode } from '#lib/domain/captions/checks/types.ts';
import type { RepairCode } from '#lib/domain/captions/repairs/types.ts';
import type { ProblemData } from '#lib/domain/captions/types.ts';
import { clockMs } from '#lib/domain/captions/clock.ts';
import { formatNumber, plural } from '#lib/domain/i18n/plural.ts';

const seconds = (ms: string | number | undefined) => `${formatNumber('en', Math.round(Number(ms ?? 0) / 100) / 10)} s`;
const clock = (ms: string | number | undefined) => clockMs(Number(ms ?? 0)).slice(0, 8);
const cues = (n: string | number | undefined) => plural('en', Number(n ?? 0), { one: '# cue', other: '# cues' });
const languages: Readonly<Record<string, string>> = { en: 'English', es: 'Spanish', pt: 'Portuguese', fr: 'French' };
const language = (code: string | number | undefined) => languages[String(code)] ?? String(code);

type Words<C extends string> = Readonly<Record<C, { title: string; text: (data: ProblemData) => string }>>;

const checks: Words<CheckCode> = {
  reversed: { title: 'Ends before it begins', text: () => 'It is never shown. Exchange the two times.' },
  'no-duration': { title: 'Lasts no time', text: () => 'It is never shown. Give it an end.' },
  'out-of-order': { title: 'Out of order', text: () => 'It begins before the cue in front of it.' },
  overlap: { title: 'Overlap', text: (d) => `${seconds(d.ms)}. End the first one earlier.` },
  gap: { title: 'Long silence', text: (d) => `Nothing for ${seconds(d.ms)}. Does nobody speak?` },
  'too-fast': {
    title: 'Too fast to read',
    text: (d) => `${String(d.speed)} characters a second; the limit is ${String(d.most)}.`
  },
  'long-line': {
    title: 'Line too long',
    text: (d) => `${String(d.length)} characters; the limit is ${String(d.most)}.`
  },
  'many-lines': { title: 'Too many lines', text: (d) => `${String(d.lines)} lines; the limit is ${String(d.most)}.` },
  'no-speaker': { title: 'Nobody named as speaker', text: () => 'Readers cannot tell who speaks.' },
  empty: { title: 'No words', text: () => 'Write what is said, or delete the cue.' },
  inaudible: { title: 'Marked as not understood', text: () => 'Listen again; somebody may know the word.' },
  mojibake: { title: 'Broken letters', text: () => 'The accents were read in the wrong encoding.' },
  'lost-signs': { title: 'Lost letters', text: () => 'The sign � stands where a letter was. Write it again.' },
  bidi: { title: 'Hidden direction marks', text: () => 'Signs that nobody sees turn the text around.' },
  'odd-name': { title: 'Odd name', text: (d) => `Markup and hidden signs are taken out: “${String(d.name)}”.` },
  rolling: { title: 'Rolling captions', text: (d) => `${cues(d.cues)} show the lines before them once more.` },
  'no-sounds': {
    title: 'No sounds are written',
    text: () => 'Who cannot hear does not know of applause, music or laughter: [applause].'
  },
  'wrong-language': {
    title: 'Another language',
    text: (d) => `The words look ${language(d.found)}; the track should be ${language(d.expected)}.`
  },
  'unknown-language': {
    title: 'Language not recognized',
    text: () => 'The words are neither clearly English nor clearly Spanish.'
  },
  delay: {
    title: 'Captions out of step',
    text: (d) =>
      `They come about ${seconds(Math.abs(Number(d.ms)))} ${Number(d.ms) > 0 ? 'late' : 'early'}, measured against ${d.by === 'sound' ? 'the sound' : 'the other language'}.`
  },
  untranslated: { title: 'Not translated', text: () => 'The same words stand in the other language.' },
  'missing-stretch': {
    title: 'Missing stretch',
    text: (d) => `From ${clock(d.startMs)} to ${clock(d.endMs)} only the other language has words (${cues(d.cues)}).`
  }
};

const repairs: Readonly<Record<RepairCode, { title: string; text: string }>> = {
  mojibake: { title: 'Read the broken letters again', text: 'Adi\u00c3\u00b3s becomes Adiós.' },
  bidi: { title: 'Take out hidden direction marks', text: 'No visible letter changes.' },
  order: { title: 'Put the cues in order of time', text: 'No cue changes.' },
  reversed: { title: 'Exchange reversed times', text: 'Beginning and end change places.' },
  rolling: { title: 'Show rolling lines once', text: 'Repeated lines go; every word stays once.' },
  overlap: { title: 'End overlapping cues earlier', text: 'Each ends where the next begins.' },
  lines: { title: 'Break lines anew', text: 'Two lines of at most 42 characters, where the words fit.' },
  empty: { title: 'Remove cues without words', text: 'Nothing is shown in them.' }
};

/** The caption workshop of the desk. */
export const workshop = {
  title: 'Captions',
  lead: 'Correct what was typed live, translate, and bring in files from elsewhere. Readers see nothing before it is published.',
  cues,
  checks,
  repairs,
  desk: {
    mine: 'My work',
    noneMine: 'You have begun nothing. Choose a recording below.',
    waiting: 'Waiting for review',
    noneWaiting: 'Nothing waits.',
    needs: 'Needs captions',
    noneNeeds: 'Every recording has checked captions in both languages.',
    all: 'All recordings',
    missing: (list: string) => `No captions in ${list}`,
    unchecked: (list: string) => `Nobody has checked: ${list}`,
    draft: 'draft',
    version: (n: number) => `version ${String(n)}`,
    mineWord: 'yours',
    recording: 'Recording',
    track: 'Track',
    changed: 'Changed',
    what: 'What is missing',
    length: 'Length',
    next: 'Next step'
  },
  recording: {
    title: (title: string) => `Captions: ${title}`,
    tracks: 'Tracks',
    none: 'There are no captions yet.',
    upload: 'Upload a file',
    versions: 'Versions',
    edit: 'Edit',
    asText: 'Edit as text',
    published: (n: number) => `version ${String(n)} is public`,
    notPublished: 'not public',
    hasDraft: 'you have a draft',
    newer: (n: number) => `version ${String(n)} is newer`,
    notHeld: 'Known to exist; the archive does not hold it.',
    newTitle: 'New track',
    newLead:
      'From another language: its times and speakers are copied, the words stay empty for you to write, with the source beside.',
    language: 'Language',
    languageHint: 'A language tag: en, es, es-GT, quc …',
    from: 'Translate from',
    fromNothing: 'No other track: begin empty',
    role: 'Whose words',
    kind: 'Kind',
    create: 'Create the track',
    page: 'Page for readers'
  },
  roles: {
    original: 'What is said, in the original language',
    interpretation: 'What the interpreter says',
    translation: 'A translation written later',
    mixed: 'Both, mixed',
    description: 'A description of the picture',
    unknown: 'Not known'
  },
  kinds: { captions: 'Captions', subtitles: 'Subtitles', descriptions: 'Descriptions', transcript: 'Transcript' },
  upload: {
    title: 'Upload captions',
    lead: 'WebVTT, SRT, SBV or a transcript with times, in any encoding, up to 5 MB. First you get a report; nothing is stored before you say so.',
    file: 'Caption file',
    track: 'For which track',
    newTrack: 'A new track in the language below',
    check: 'Check the file',
    report: 'Report',
    nothingStored: 'Nothing has been stored yet.',
    summary: (count: string, format: string, length: string) => `${count}, ${format}, the last one ends at ${length}.`,
    encoding: (name: string) => `Read as ${name}.`,
    problems: (n: number) => plural('en', n, { one: '# remark about the file', other: '# remarks about the file' }),
    line: (n: number) => `Line ${String(n)}`,
    findings: (n: number) => plural('en', n, { one: '# finding', other: '# findings' }),
    noFindings: 'Nothing to remark.',
    more: (n: number) => plural('en', n, { one: '# more like this', other: '# more like this' }),
    newNames: (names: string) => `These names are new here: ${names}.`,
    times: 'Move the times',
    offset: 'Offset in seconds',
    offsetHint: '+3.2 makes all cues later, -0.8 earlier.',
    factor: 'Speed',
    factorHint: '25/23.976 for captions of a film that runs faster here. Empty: as it is.',
    suggested: (ms: number) => `Suggested: ${ms > 0 ? '+' : '−'}${formatNumber('en', Math.abs(ms) / 1000)} s`,
    cut: (n: number) =>
      plural('en', n, {
        one: '# cue would begin before the recording and is moved to 0:00.',
        other: '# cues would begin before the recording and are moved to 0:00.'
      }),
    before: 'Before',
    after: 'After',
    goes: 'goes',
    repairsTitle: 'Safe repairs',
    noRepairs: 'Nothing to repair.',
    refuse: 'Leave this one',
    again: 'Preview with these choices',
    store: 'Store as a version',
    mergeNotice: (n: number) =>
      `This file was written from version ${String(n)}. It is merged with what others did since, cue by cue.`,
    step: 'What was done',
    keepFile: 'The file stays chosen; the repairs and times above are applied when it is stored.'
  },
  steps: { corrected: 'corrected', translated: 'translated', reviewed: 'reviewed' },
  noStep: 'Not said',
  save: {
    title: 'Save a version',
    name: 'Name of the version',
    nameHint: 'For example: “names of villages checked”.',
    step: 'What you did',
    named: 'Name me to readers as who did this',
    namedHint: 'Otherwise readers see your role only.',
    keep: 'Save the version',
    submit: 'Ask for review',
    publish: 'Publish',
    saved: (n: number) => `Version ${String(n)} is saved.`,
    mergeFirst: 'Somebody saved another version meanwhile.',
    mergeLink: 'See both and merge'
  },
  versions: {
    title: 'Versions',
    lead: 'Every version is kept. The public one is what readers get.',
    number: 'Version',
    made: 'Made',
    by: 'By',
    state: 'State',
    cues: 'Cues',
    states: {
      draft: 'saved',
      submitted: 'waiting for review',
      public: 'public',
      withdrawn: 'earlier',
      scheduled: 'scheduled',
      unlisted: 'unlisted',
      deleted: 'deleted'
    },
    compare: 'Compare',
    compareWith: 'with',
    publish: 'Publish',
    restore: 'Publish again',
    continue: 'Go on from this one',
    submit: 'Ask for review',
    rename: 'Name',
    export: 'Export',
    none: 'There is no version yet.',
    reviewed: 'Somebody has read all of it',
    provenance: 'How these captions were made',
    notes: 'Notes on passages',
    notesLead: 'What an interpreter wants to say about a passage. Readers see it below the transcript.',
    noteFrom: 'From',
    noteTo: 'To',
    timeHint: 'h:mm:ss or mm:ss',
    note: 'Note',
    addNote: 'Add the note',
    removeNote: 'Remove',
    makers: {
      import: 'import',
      captioner: 'captioner',
      editor: 'editor',
      publisher: 'publisher',
      admin: 'admin',
      operator: 'command line'
    } as Readonly<Record<string, string>>
  },
  compare: {
    title: (a: number, b: number) => `Version ${String(a)} and version ${String(b)}`,
    same: (n: number) => plural('en', n, { one: '# cue is the same', other: '# cues are the same' }),
    changed: (n: number) => plural('en', n, { one: '# cue differs', other: '# cues differ' }),
    added: 'new',
    removed: 'gone',
    times: (a: string, b: string) => `times: ${a} → ${b}`,
    speaker: 'another speaker',
    none: 'The two are the same.',
    more: (n: number) => `The first ${formatNumber('en', n)} are shown.`
  },
  merge: {
    title: 'Merge two edits',
    lead: (n: number) =>
      `You and somebody else worked on these captions. Version ${String(n)} is newer than the one you began from. What only one of you changed is taken; choose where both did.`,
    conflicts: (n: number) => plural('en', n, { one: '# cue to choose', other: '# cues to choose' }),
    settled: (mine: number, theirs: number) =>
      `Taken without a question: ${cues(mine)} of yours, ${cues(theirs)} of theirs.`,
    mine: 'Yours',
    theirs: 'Theirs',
    both: 'Keep both',
    base: 'Before',
    removed: 'taken out',
    done: 'Merge',
    nothing: 'There is nothing to merge.'
  },
  plain: {
    title: 'Captions as text',
    lead: 'The whole track as WebVTT. A line with times, then the words; an empty line between cues; <v Name> says who speaks.',
    label: 'WebVTT',
    check: 'Check',
    saveDraft: 'Keep as my draft',
    kept: 'Your draft is kept.',
    rich: 'The editor with sound and picture'
  },
  editor: {
    needsScript: 'The editor with sound and picture needs JavaScript.',
    loading: 'The captions are being loaded …',
    failed: 'The captions could not be loaded. Check the connection and load the page again.',
    saved: 'Saved',
    saving: 'Saving …',
    unsaved: 'Kept on this device; the archive cannot be reached.',
    otherWindow:
      'This track was changed in another window. Load the page again; what you wrote here stays on this device.',
    found: 'This device holds changes that never reached the archive.',
    takeFound: 'Use them',
    dropFound: 'Forget them',
    signedOut: 'You are signed out. Sign in in another tab; what you wrote is kept.',
    undo: 'Undo',
    redo: 'Redo',
    find: 'Find and replace',
    shift: 'Shift times',
    again: 'Check again',
    keys: 'Keys',
    save: 'Save a version',
    versions: 'Versions',
    export: 'Export',
    time: 'Time',
    check: 'Check',
    to: (time: string) => `to ${time}`,
    good: 'Good',
    short: (code: CheckCode, d: ProblemData) =>
      code === 'too-fast'
        ? `${String(d.speed)} per second`
        : code === 'long-line'
          ? `${String(d.length)} in a line`
          : checks[code].title,
    cueLabel: (lang: string, time: string) => `${lang} cue at ${time}`,
    split: 'Split',
    merge: 'Merge with next',
    insert: 'Insert after',
    remove: 'Delete',
    shiftAfter: 'Shift all after',
    speaker: 'Speaker',
    nobody: 'Nobody named',
    newSpeaker: 'Somebody new …',
    newSpeakerName: 'Name of the speaker',
    match: (lang: string) => `Match ${lang} times`,
    start: 'Start',
    end: 'End',
    setStart: 'Start here',
    setEnd: 'End here',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 2 seconds',
    playCue: 'Play only this cue',
    speed: (rate: number) => `${formatNumber('en', rate)}×`,
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    snap: 'Snap',
    soundOnly: 'Sound only',
    withPicture: 'With picture',
    hear: 'Hear',
    noMedia: 'There is nothing to play; you can still edit the words.',
    noWave: 'There is no waveform of this sound yet.',
    waveLabel: 'Sound and cues',
    waveHelp:
      'Drag the borders of the open cue. Arrow keys move the playhead; with the open cue, Alt and brackets move its borders.',
    problems: (n: number) => plural('en', n, { one: '# problem', other: '# problems' }),
    noProblems: 'No problems.',
    nextProblem: 'Next problem',
    selected: (n: number) => plural('en', n, { one: '# cue selected', other: '# cues selected' }),
    select: 'Select',
    assign: 'Give them this speaker',
    shiftBy: 'Seconds, for example -0.8',
    shiftAll: 'All cues',
    shiftFrom: 'From the open cue on',
    shiftChosen: 'The selected cues',
    shiftDo: 'Shift',
    findText: 'Find',
    replaceText: 'Replace with',
    accents: 'Mind accents',
    capitals: 'Mind capitals',
    wholeWord: 'Whole words',
    regex: 'Pattern',
    matches: (at: number, n: number) =>
      n === 0 ? 'Nothing found' : `${formatNumber('en', at)} of ${formatNumber('en', n)}`,
    tooSlow: 'This pattern takes too long. Make it simpler.',
    badPattern: 'This is not a pattern.',
    next: 'Next',
    previous: 'Previous',
    replace: 'Replace',
    replaceAll: 'Replace all',
    replaced: (n: number) => plural('en', n, { one: '# place replaced', other: '# places replaced' }),
    close: 'Close',
    empty: 'No cue yet. Insert the first one.',
    listLabel: 'Cues',
    noneThere: 'nothing at this time',
    keyList: [
      ['Ctrl Space', 'play or pause'],
      ['Ctrl Shift Space', 'play only this cue'],
      ['Alt ↑ ↓', 'the cue before, the next cue'],
      ['Ctrl Enter', 'split at the cursor'],
      ['Ctrl M', 'merge with the next'],
      ['Ctrl I', 'insert a cue after this one'],
      ['Ctrl Delete', 'delete the cue'],
      ['Alt 1, Alt 2', 'start here, end here'],
      ['Alt [ ]', 'the start 0.1 s earlier, later'],
      ['Alt Shift [ ]', 'the end 0.1 s earlier, later'],
      ['Alt ← →', 'one second back, forward'],
      ['Ctrl Z, Ctrl Y', 'undo, redo'],
      ['Ctrl F', 'find and replace'],
      ['F8', 'next problem'],
      ['Ctrl S', 'save a version'],
      ['Esc', 'leave the cue'],
      ['F1', 'these keys']
    ] as readonly (readonly [string, string])[]
  }
};
export type WorkshopMessages = typeof workshop;

/** Words for refusals, by code. */
export const captionRefusals = {
  'captions.no-file': () => 'Choose a caption file: .vtt, .srt, .sbv or .txt.',
  'captions.too-large': () =>
    'The file is larger than 5 MB. Captions of ten hours are smaller: is it really a caption file?',
  'captions.not-captions': () =>
    'This is not a caption file that can be read. WebVTT, SRT, SBV and transcripts with times can.',
  'captions.no-cues': () => 'The file holds no captions.',
  'captions.no-times': () => 'This text states no times. Captions need to say when each line is spoken.',
  'captions.no-signature': () => 'The text has to begin with WEBVTT. What you wrote is kept below.',
  'captions.too-many-cues': (d: Readonly<Record<string, unknown>>) =>
    `There are more than ${formatNumber('en', Number(d.most))} cues. Cut the file into parts.`,
  'captions.cue-too-long': (d: Readonly<Record<string, unknown>>) =>
    `The cue at ${clock(Number(d.startMs))} has more than ${formatNumber('en', Number(d.most))} characters. A time line may be missing after it.`,
  'captions.language': () => 'This is not a language tag. Write en, es, es-GT, quc …',
  'captions.other-window': () => 'This track was changed in another window. Load the page again.',
  'captions.changed': () => 'Somebody saved another version meanwhile. Nothing was overwritten: see both and merge.',
  'captions.choose': (d: Readonly<Record<string, unknown>>) =>
    `Choose for each cue whose words stay. Number ${String(d.number)} is open.`,
  'captions.empty': () => 'There are no cues to save yet.',
  'captions.left-out': (d: Readonly<Record<string, unknown>>) =>
    `${cues(Number(d.cues))} from ${clock(Number(d.startMs))} on lie inside a passage that is left out to protect somebody. Take their words out; then it can be saved.`,
  'captions.public-already': () => 'This version is public already.',
  'captions.speaker-name': () => 'Write a name.',
  'captions.note-words': () => 'Write the note in at least one language.',
  'captions.note-times': () => 'The passage has to end after it begins. Write times as mm:ss.',
  'captions.offset': () => 'Write the offset in seconds: +3.2 or -0.8.',
  'captions.factor': () => 'Write the speed as a number or a fraction between 0.5 and 2: 25/23.976.',
  'captions.missing': () => 'There is no such track or version.'
};

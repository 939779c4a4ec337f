import { plural } from '#lib/domain/i18n/plural.ts';

/** The page of a recording: player, captions, bar of the transcript, facts. */
export const recording = {
  title: (title: string) => title,
  standIn: 'Stand-in recording.',
  standInWord: 'stand-in',
  notHeld: 'The recording is not yet in this archive.',
  notHeldHelp: 'Below stands what is known of it. Whoever has a copy can help to close this gap.',
  noCaptions: (language: string) => `There are no captions in ${language} yet.`,
  noCaptionsHelp: (others: string) => `There are captions in ${others}.`,
  noCaptionsAtAll: 'There are no captions in this archive yet.',
  audioOnly: 'This recording is sound only.',
  beside: 'Beside the recording',
  onThisPage: 'On this page',
  jump: { transcript: 'Transcript', chapters: 'Chapters', download: 'Download' },

  facts: {
    date: 'Date',
    place: 'Place',
    online: 'Online',
    partOf: 'Part of',
    event: 'Event',
    voices: 'Voices',
    languages: 'Languages',
    length: 'Length',
    captions: 'Captions',
    rights: 'Rights',
    lengthUnknown: 'Not known',
    whereFrom: 'Where the words come from',
    panelists: (n: number) => plural('en', n, { one: '# panelist', other: '# panelists' })
  },

  player: {
    label: 'Player',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 10 seconds',
    forward: 'Forward 10 seconds',
    position: 'Position',
    mute: 'Mute',
    unmute: 'Unmute',
    volume: 'Volume',
    speedLabel: 'Speed',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    settings: 'Settings',
    keys: 'Keys',
    loading: 'Loading',
    failed: 'The recording could not be loaded.',
    tryAgain: 'Try again',
    goOn: (time: string) => `Go on at ${time}`,
    of: (at: string, whole: string) => `${at} of ${whole}`,
    inChapter: (time: string, chapter: string) => `${time}, ${chapter}`,
    interpretationMark: 'interpretation',
    translationMark: 'translation',
    chapter: 'Chapter',
    noInterpretation: (from: string, to: string) => `No interpretation from ${from} to ${to}`
  },
  time: {
    hours: (n: number) => plural('en', n, { one: '# hour', other: '# hours' }),
    minutes: (n: number) => plural('en', n, { one: '# minute', other: '# minutes' }),
    seconds: (n: number) => plural('en', n, { one: '# second', other: '# seconds' }),
    shortHours: (n: number) => `${String(n)} h`,
    shortMinutes: (n: number) => `${String(n)} min`,
    shortSeconds: (n: number) => `${String(n)} s`
  },
  sound: {
    legend: 'Listen to',
    choose: 'Apply',
    notHeld: (label: string) => `${label}: known to exist, not in this archive.`
  },
  captions: {
    legend: 'Captions',
    off: 'Off',
    look: 'How captions look',
    size: 'Size',
    sizes: { small: 'Small', medium: 'Medium', large: 'Large', huge: 'Very large' },
    ground: 'Ground',
    grounds: { solid: 'Dark', light: 'Light', clear: 'None' },
    place: 'Place',
    places: { over: 'On the picture', below: 'Below the picture' },
    sample: 'This is what captions look like.'
  },
  keys: {
    title: 'Keys of the player',
    note: 'They work only while the focus is in the player.',
    on: 'Single keys are on',
    close: 'Close',
    list: [
      ['Space, K', 'Play or pause'],
      ['Left, right arrow', '5 seconds back or forward'],
      ['J, L', '10 seconds back or forward'],
      ['Page up, page down', '1 minute forward or back, on the time line'],
      ['Home, End', 'Beginning or end, on the time line'],
      ['A', 'Next sound'],
      ['C', 'Captions on or off'],
      ['F', 'Full screen'],
      ['M', 'Sound on or off'],
      ['< and >', 'Slower or faster'],
      ['?', 'This list']
    ] as [string, string][],
    transcript: 'In the transcript',
    transcriptList: [
      ['Up, down arrow', 'Passage before or after'],
      ['Home, End', 'First or last passage'],
      ['Enter', 'Play from this passage'],
      ['Q', 'Quote this passage'],
      ['Esc', 'Back to the bar above the transcript']
    ] as [string, string][]
  },
  files: {
    label: 'Files',
    watch: (label: string) => `Video, ${label}`,
    listen: (label: string) => `Sound only, ${label}`
  },
  chapters: 'Chapters',

  transcript: {
    title: 'Transcript',
    tools: 'Tools of the transcript',
    find: 'Find in this transcript',
    found: (at: number, of: number) => `${String(at)} of ${String(of)}`,
    noneFound: 'None',
    foundSaid: (n: number) => plural('en', n, { one: '# place found', other: '# places found' }),
    previous: 'Previous place',
    next: 'Next place',
    following: 'Following',
    followingHint: 'scroll to pause',
    paused: 'Paused',
    pausedHint: 'follow again',
    show: 'Show',
    both: 'Both',
    download: 'Download',
    missing: 'There is no transcript in this archive yet.',
    missingHelp: 'If you have captions or notes of what was said, they can be added here.',
    reload: 'Load the transcript',
    playingNow: 'Playing now'
  },
  download: {
    title: 'Download',
    captions: 'Captions and transcripts',
    media: 'Sound and picture',
    sound: 'Sound only',
    video: 'Video',
    moments: 'Aligned moments, all languages',
    file: (format: string, label: string, size: string) => `${format}, ${label}, ${size}`,
    standIn: 'All files here belong to the stand-in. They are not the webinar.'
  },

  provenance: {
    title: 'Where the words come from',
    lead: 'Every track says how it was made and who checked it.',
    known: 'Known to exist',
    knownLead: 'The sources name these tracks. The archive does not hold them, so they cannot be played.',
    made: 'made',
    reviewed: 'reviewed',
    notReviewed: 'not reviewed',
    reviewedBy: (who: string) => `Reviewed by ${who}.`,
    version: (n: number) => `Version ${String(n)}.`,
    from: (tracks: string) => `Made from: ${tracks}.`,
    cues: (n: number) => plural('en', n, { one: '# cue.', other: '# cues.' }),
    sounds: { yes: 'Sounds are written.', no: 'Sounds are not written.' },
    speakers: { yes: 'Speakers are named.', no: 'Speakers are not named.' },
    mixed:
      'Partly the speech as it was spoken, partly the interpreter’s words; the source does not say which is which.',
    interpretation: 'The words are the interpreter’s, not the speaker’s own.',
    translation: 'Translated from the original.',
    unknownRole: 'The source does not say whose words these are.',
    existedLive: 'It existed during the event.',
    recordedUnknown: 'Whether it was recorded is not known.',
    languageUnknown: 'language not stated',
    method: {
      recorded: 'recorded',
      simultaneous: 'simultaneous interpretation',
      text_to_speech: 'read by a computer voice',
      live_captioning: 'typed live',
      edited_from_live: 'edited from live captions',
      machine_captions: 'machine captions',
      typed: 'typed',
      translated: 'translated',
      generated_from_script: 'made from the script',
      unknown: 'way of making not stated'
    },
    soundsTitle: 'Sounds',
    textsTitle: 'Captions and transcripts'
  },
  speakers: {
    title: 'Speakers',
    unnamed: 'Their names are not in the sources that the archive holds.',
    unnamedHelp: 'The organizers can add them. Until then nobody is listed by guess.',
    hidden: 'Name not shown',
    heard: (names: string) => `Heard here: ${names}.`
  },
  organizations: {
    sponsors: 'Sponsors',
    others: 'With',
    count: (n: number) => plural('en', n, { one: '# organization', other: '# organizations' })
  },
  next: { title: 'Next', event: 'The event' },
  textFirst: {
    on: 'Text first: no pictures, no fonts, no player until you ask.',
    off: 'Show the whole page',
    player: 'Show the player',
    link: 'Text-first mode'
  },
  print: {
    version: (versions: string) => `Transcript: ${versions}`,
    lines:
      'Solid line: original. Broken line: interpretation, not the speaker’s own words. Dotted line: translated later.'
  }
};
export type RecordingMessages = typeof recording;

import { live } from '#lib/domain/i18n/messages/live.en.ts';
import { plural } from '#lib/domain/i18n/plural.ts';

/** The page of a recording: player, captions, bar of the transcript, facts. */
export const recording = {
  ...live,
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

  files: {
    label: 'Files',
    watch: (label: string) => `Video, ${label}`,
    listen: (label: string) => `Sound only, ${label}`
  },
  costs: {
    label: 'What it takes of your data',
    kinds: { stream: 'Smallest video', film: 'Video as one file', sound: 'Sound only', transcript: 'Transcript only' },
    both: (whole: string, part: string) => `${whole}, ${part} for 10 minutes`
  },
  share: { link: 'Link to this page', share: 'Share' },
  chapters: 'Chapters',

  words: {
    title: 'Transcript',
    tools: 'Tools of the transcript',
    download: 'Download',
    missing: 'There is no transcript in this archive yet.',
    missingHelp: 'If you have captions or notes of what was said, they can be added here.'
  },
  download: {
    title: 'Download',
    captions: 'Captions and transcripts',
    media: 'Sound and picture',
    sound: 'Sound only',
    video: 'Video',
    moments: 'Aligned moments, all languages',
    otherPlayers: 'Stream for other players, with all sounds and captions (HLS)',
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
    steps: { corrected: 'corrected', translated: 'translated', reviewed: 'reviewed' },
    stepRoles: {
      captioner: 'a captioner',
      editor: 'an editor',
      publisher: 'a publisher',
      admin: 'an organizer'
    } as Readonly<Record<string, string>>,
    stepBy: (step: string, who: string, date: string) => `${step} by ${who}, ${date}`,
    somebody: 'the archive',
    notesTitle: 'Notes of interpreters',
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
    player: 'Show the player'
  },
  print: {
    version: (versions: string) => `Transcript: ${versions}`,
    lines:
      'Solid line: original. Broken line: interpretation, not the speaker’s own words. Dotted line: translated later.'
  }
};
export type RecordingMessages = typeof recording;

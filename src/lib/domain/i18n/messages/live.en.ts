import { plural } from '#lib/domain/i18n/plural.ts';

/** Words of the player and of the transcript's tools: the part of a recording's page that runs in the browser. */
export const live = {
  player: {
    label: 'Player',
    play: 'Play',
    pause: 'Pause',
    back: 'Back 10 seconds',
    forward: 'Forward 10 seconds',
    position: 'Position',
    mute: 'Mute',
    unmute: 'Unmute',
    speedLabel: 'Speed',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    keys: 'Keys',
    loading: 'Loading',
    failed: 'The recording could not be loaded.',
    tryAgain: 'Try again',
    goOn: (time: string) => `Go on at ${time}`,
    of: (at: string, whole: string) => `${at} of ${whole}`,
    inChapter: (time: string, chapter: string) => `${time}, ${chapter}`,
    interpretationMark: 'interpretation',
    translationMark: 'translation'
  },
  time: {
    hours: (n: number) => plural('en', n, { one: '# hour', other: '# hours' }),
    minutes: (n: number) => plural('en', n, { one: '# minute', other: '# minutes' }),
    seconds: (n: number) => plural('en', n, { one: '# second', other: '# seconds' }),
    shortHours: (n: number) => `${String(n)} h`,
    shortMinutes: (n: number) => `${String(n)} min`,
    shortSeconds: (n: number) => `${String(n)} s`
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
  transcript: {
    find: 'Find in this transcript',
    found: (at: number, of: number) => `${String(at)} of ${String(of)}`,
    noneFound: 'None',
    previous: 'Previous place',
    next: 'Next place',
    following: 'Following',
    followingHint: 'scroll to pause',
    paused: 'Paused',
    pausedHint: 'follow again',
    show: 'Show',
    both: 'Both',
    playingNow: 'Playing now'
  },
  sound: {
    legend: 'Listen to',
    choose: 'Apply'
  }
};
export type LiveMessages = typeof live;

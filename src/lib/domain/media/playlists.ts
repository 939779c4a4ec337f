import type { TrackRole } from '#lib/domain/recordings/types.ts';

/** What a media playlist costs. Bits a second. */
export interface Bandwidth {
  peak: number;
  mean: number;
}

/** Of a playlist whose segments are parts of one file. */
export function bandwidthOf(playlist: string): Bandwidth {
  const segments = [...playlist.matchAll(/#EXTINF:([\d.]+),[^\n]*\n#EXT-X-BYTERANGE:(\d+)/g)].map(
    ([, duration, bytes]) => ({ seconds: Number(duration), bits: Number(bytes) * 8 })
  );
  const seconds = segments.reduce((sum, each) => sum + each.seconds, 0);
  const bits = segments.reduce((sum, each) => sum + each.bits, 0);
  const long = segments.filter((each) => each.seconds > 0.5);
  const peak = Math.max(
    0,
    ...(long.length > 0 ? long : segments).map((each) => each.bits / Math.max(each.seconds, 0.04))
  );
  return { peak: Math.ceil(peak), mean: Math.ceil(seconds > 0 ? bits / seconds : 0) };
}

export interface PlaylistSound {
  /** In its own language: Español, original. */
  name: string;
  role: TrackRole;
  language: string | null;
  channels: number;
  uri: string;
  bandwidth: Bandwidth;
}

export interface PlaylistPicture {
  uri: string;
  width: number;
  height: number;
  framesPerSecond: number;
  /** As in RFC 6381: avc1.4d401e */
  codec: string;
  bandwidth: Bandwidth;
}

export interface PlaylistSubtitles {
  name: string;
  language: string;
  uri: string;
  /** Written for those who do not hear: sounds and speakers as well. */
  isForDeaf: boolean;
}

const sounds = 'mp4a.40.2';
/** An attribute cannot hold a quotation mark or a line end (RFC 8216, 4.2). */
const quoted = (text: string) => `"${text.replace(/["\r\n]+/g, ' ')}"`;
const attributes = (list: [string, string | null][]) =>
  list.flatMap(([name, value]) => (value === null ? [] : `${name}=${value}`)).join(',');

/** Registered where there is a registered word, else ours: players hand it on, and ours tells the voices apart by it. */
export const characteristicOf: Record<TrackRole, string | null> = {
  original: 'org.acervo.voice.original',
  interpretation: 'org.acervo.voice.interpretation',
  translation: 'org.acervo.voice.translation',
  mixed: 'org.acervo.voice.mixed',
  description: 'public.accessibility.describes-video',
  unknown: null
};

const soundLine = (sound: PlaylistSound, isDefault: boolean) =>
  `#EXT-X-MEDIA:${attributes([
    ['TYPE', 'AUDIO'],
    ['GROUP-ID', '"audio"'],
    ['NAME', quoted(sound.name)],
    ['LANGUAGE', sound.language && quoted(sound.language)],
    ['DEFAULT', isDefault ? 'YES' : 'NO'],
    ['AUTOSELECT', 'YES'],
    ['CHANNELS', `"${String(sound.channels)}"`],
    ['CHARACTERISTICS', characteristicOf[sound.role] && quoted(characteristicOf[sound.role] ?? '')],
    ['URI', quoted(sound.uri)]
  ])}`;

const subtitleLine = ({ name, language, uri, isForDeaf }: PlaylistSubtitles) =>
  `#EXT-X-MEDIA:${attributes([
    ['TYPE', 'SUBTITLES'],
    ['GROUP-ID', '"text"'],
    ['NAME', quoted(name)],
    ['LANGUAGE', quoted(language)],
    ['DEFAULT', 'NO'],
    ['AUTOSELECT', 'YES'],
    ['FORCED', 'NO'],
    [
      'CHARACTERISTICS',
      isForDeaf
        ? '"public.accessibility.transcribes-spoken-dialog,public.accessibility.describes-music-and-sound"'
        : null
    ],
    ['URI', quoted(uri)]
  ])}`;

export interface Master {
  pictures: readonly PlaylistPicture[];
  /** The default first. */
  sounds: readonly PlaylistSound[];
  subtitles?: readonly PlaylistSubtitles[];
}

/** The playlist of playlists. The last variant has no picture: for lines that carry no more, and for listening. */
export function masterPlaylist({ pictures, sounds: all, subtitles = [] }: Master): string {
  const most = (key: keyof Bandwidth) => Math.max(0, ...all.map(({ bandwidth }) => bandwidth[key]));
  const groups: [string, string | null][] = [
    ['AUDIO', all.length > 0 ? '"audio"' : null],
    ['SUBTITLES', subtitles.length > 0 ? '"text"' : null]
  ];
  const variant = (bandwidth: Bandwidth, codecs: string, uri: string, more: [string, string | null][]) => [
    `#EXT-X-STREAM-INF:${attributes([
      ['BANDWIDTH', String(bandwidth.peak + most('peak') || 1)],
      ['AVERAGE-BANDWIDTH', String(bandwidth.mean + most('mean') || 1)],
      ...more,
      ['CODECS', quoted(codecs)],
      ...groups
    ])}`,
    uri
  ];
  const codecsWith = (codec: string) => (all.length > 0 ? `${codec},${sounds}` : codec);
  const [first] = all;
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...all.map((sound, i) => soundLine(sound, i === 0)),
    ...subtitles.map(subtitleLine),
    ...pictures.flatMap((picture) =>
      variant(picture.bandwidth, codecsWith(picture.codec), picture.uri, [
        ['RESOLUTION', `${String(picture.width)}x${String(picture.height)}`],
        ['FRAME-RATE', picture.framesPerSecond.toFixed(3)]
      ])
    ),
    ...(first ? variant({ peak: 0, mean: 0 }, sounds, first.uri, []) : []),
    ''
  ].join('\n');
}

/** A caption file as a rendition: one segment as long as the recording. */
export const subtitlePlaylist = (uri: string, durationMs: number): string =>
  [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    `#EXT-X-TARGETDURATION:${String(Math.max(1, Math.ceil(durationMs / 1000)))}`,
    '#EXT-X-PLAYLIST-TYPE:VOD',
    `#EXTINF:${(durationMs / 1000).toFixed(3)},`,
    uri,
    '#EXT-X-ENDLIST',
    ''
  ].join('\n');

/**
 * The stored playlist of playlists with captions in it, for players that are not ours: what it names gets its whole address, since
 * it is read from another place.
 *
 * @param folder address of the folder that the stored one lies in, with a slash at its end
 */
export function withSubtitles(master: string, folder: string, subtitles: readonly PlaylistSubtitles[]): string {
  const lines = master.split('\n').map((line) => {
    if (line !== '' && !line.startsWith('#')) return folder + line;
    const whole = line.replace(/URI="([^"]+)"/, (_, uri: string) => `URI="${folder}${uri}"`);
    const isVariant = line.startsWith('#EXT-X-STREAM-INF:') && subtitles.length > 0;
    return isVariant ? `${whole},SUBTITLES="text"` : whole;
  });
  const at = lines.findIndex((line) => line.startsWith('#EXT-X-STREAM-INF:'));
  lines.splice(at < 0 ? lines.length : at, 0, ...subtitles.map(subtitleLine));
  return lines.join('\n');
}

// Sound and picture to files: MP4, audio only, and one HLS folder. Same input and same ffmpeg, same bytes.
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPictures } from './pictures.mjs';
import { LANGUAGES, StandInError } from './script.mjs';
import { layTrack, run } from './voice.mjs';

const TARGET_LUFS = -16;
const PEAK = 0.84; // -1.5 dBFS: room for what the encoder adds
const BITRATE = '23k';
const AUDIO_ONLY_BITRATE = '20k'; // for slow lines
const FRAMES_PER_SECOND = 2;
const SEGMENT_SECONDS = 15; // the cards stand still: a key frame costs more than all frames between
const EXACT = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'];
const ISO_639_2 = { en: 'eng', es: 'spa' }; // MP4 knows three letters only
const NAMES = {
  original: { en: 'English (original, stand-in)', es: 'Español (original, provisional)' },
  interpretation: { en: 'English (interpretation, stand-in)', es: 'Español (interpretación, provisional)' }
};

const ffmpeg = (...args) =>
  run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-nostdin', '-threads', '1', '-y', ...args]);
const seconds = (ms) => (ms / 1000).toFixed(3);

/** Integrated loudness by EBU R 128. */
async function loudnessOf(file) {
  const { stderr } = await run('ffmpeg', ['-hide_banner', '-nostdin', '-i', file, '-af', 'ebur128', '-f', 'null', '-']);
  const measured = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/u.exec(stderr)?.[1]);
  if (!Number.isFinite(measured)) throw new StandInError(`no loudness measured in ${file}`);
  return measured;
}

/**
 * A fixed gain and a limiter, then AAC. Limiter and encoder both change the loudness a little, so it is measured on the
 * finished file and the gain corrected twice.
 */
async function encodeSound(wav, bitrate, language, target) {
  let gain = TARGET_LUFS - (await loudnessOf(wav));
  let lufs = NaN;
  for (let turn = 0; turn < 3; turn++) {
    const filter = `volume=${gain.toFixed(2)}dB,alimiter=limit=${PEAK}:attack=5:release=60:level=disabled`;
    // prettier-ignore
    await ffmpeg(
      '-i', wav, '-af', filter, '-ar', '22050', '-ac', '1', '-c:a', 'aac', '-b:a', bitrate, '-cutoff', '8000', ...EXACT,
      '-metadata:s:a:0', `language=${ISO_639_2[language]}`, '-movflags', '+faststart', target
    );
    lufs = await loudnessOf(target);
    gain += TARGET_LUFS - lufs;
  }
  return lufs;
}

/** The cards in order, each as long as its chapter, as one silent H.264 stream with key frames at the given seconds. */
async function encodePicture({ cards, chapters, durationMs }, keyFrames, target) {
  const list = chapters.map((chapter, index) => {
    const from = index === 0 ? 0 : chapter.startMs;
    return `file '${cards[index]}'\nduration ${seconds(chapter.endMs - from)}`;
  });
  const listFile = `${target}.txt`;
  await writeFile(listFile, ['ffconcat version 1.0', ...list, `file '${cards.at(-1)}'`, ''].join('\n'));
  const filter = `fps=${FRAMES_PER_SECOND},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`;
  const color = ['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  // prettier-ignore
  await ffmpeg(
    '-f', 'concat', '-safe', '0', '-i', listFile, '-vf', filter, '-t', seconds(durationMs),
    '-c:v', 'libx264', '-threads', '1', '-preset', 'veryslow', '-tune', 'stillimage', '-crf', '32', '-bf', '0',
    '-profile:v', 'main', '-level', '3.0', '-x264-params', 'keyint=infinite:scenecut=40', ...color,
    '-force_key_frames', keyFrames, ...EXACT, target
  );
}

/** One rendition: one file with byte ranges instead of a hundred small ones. */
async function segment(source, folder, name) {
  // prettier-ignore
  await ffmpeg(
    '-i', source, '-c', 'copy', ...EXACT, '-f', 'hls', '-hls_time', String(SEGMENT_SECONDS), '-hls_playlist_type', 'vod',
    '-hls_segment_type', 'fmp4', '-hls_flags', 'single_file+independent_segments',
    '-hls_segment_filename', join(folder, `${name}.mp4`), join(folder, `${name}.m3u8`)
  );
}

/** Bits a second of a rendition, read from its playlist: the largest segment and the mean. */
async function bandwidthOf(playlist) {
  const text = await readFile(playlist, 'utf8');
  const segments = [...text.matchAll(/#EXTINF:([\d.]+),\n#EXT-X-BYTERANGE:(\d+)/gu)].map(([, duration, bytes]) => ({
    duration: Number(duration),
    bits: Number(bytes) * 8
  }));
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return {
    peak: Math.max(...segments.map(({ bits, duration }) => bits / duration)),
    mean: sum(segments.map(({ bits }) => bits)) / sum(segments.map(({ duration }) => duration))
  };
}

/** ffmpeg's own master playlist cannot carry a NAME. The sound in the language of the picture is the default. */
async function masterPlaylist(script, folder, pictureLanguage) {
  const roles = { [script.original]: 'original', [script.other]: 'interpretation' };
  const sounds = LANGUAGES.map((language) => {
    const isDefault = language === pictureLanguage ? 'YES' : 'NO';
    // a registered characteristic (RFC 8216bis): the rendition was made by a program
    return `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="${NAMES[roles[language]][language]}",LANGUAGE="${language}",DEFAULT=${isDefault},AUTOSELECT=YES,CHANNELS="1",CHARACTERISTICS="public.machine-generated",URI="audio-${language}.m3u8"`;
  });
  const picture = await bandwidthOf(join(folder, `video-${pictureLanguage}.m3u8`));
  const both = await Promise.all(LANGUAGES.map((language) => bandwidthOf(join(folder, `audio-${language}.m3u8`))));
  const most = (key) => Math.ceil(picture[key] + Math.max(...both.map((sound) => sound[key])));
  const stream = `#EXT-X-STREAM-INF:BANDWIDTH=${most('peak')},AVERAGE-BANDWIDTH=${most('mean')},RESOLUTION=640x360,FRAME-RATE=${FRAMES_PER_SECOND}.000,CODECS="avc1.4d401e,mp4a.40.2",AUDIO="audio"`;
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...sounds,
    stream,
    `video-${pictureLanguage}.m3u8`,
    ''
  ].join('\n');
}

/** Makes every media file of one recording and returns what was measured of the loudness. */
export async function makeMedia({ script, clips, timeline, chapters, workDir, mediaDir }) {
  const hls = join(mediaDir, 'hls');
  await rm(mediaDir, { recursive: true, force: true });
  await mkdir(hls, { recursive: true });
  const cards = await drawPictures({ script, timeline, chapters, workDir, mediaDir });
  const loudness = { target_lufs: TARGET_LUFS };
  for (const [role, language] of [
    ['original', script.original],
    ['interpretation', script.other]
  ]) {
    const wav = join(workDir, `${role}.wav`);
    const starts = timeline.places.map((place) => place[role].startMs);
    await writeFile(wav, layTrack(clips[language], starts, timeline.durationMs));
    const audioOnly = join(mediaDir, `${role}.${language}.m4a`);
    const sound = join(workDir, `${role}.m4a`);
    loudness[role] = {
      lufs: await encodeSound(wav, BITRATE, language, sound),
      audio_only_lufs: await encodeSound(wav, AUDIO_ONLY_BITRATE, language, audioOnly)
    };
    const [picture, segmented] = ['mp4', 'hls'].map((kind) => join(workDir, `picture.${kind}.${language}.mp4`));
    const film = { cards: cards[language], chapters, durationMs: timeline.durationMs };
    const chapterStarts = chapters.map(({ startMs }) => seconds(startMs)).join(',');
    await encodePicture(film, chapterStarts, picture);
    await encodePicture(film, `expr:gte(t,n_forced*${SEGMENT_SECONDS})`, segmented);
    const mp4 = join(mediaDir, `${role}.${language}.mp4`);
    await ffmpeg('-i', picture, '-i', sound, '-c', 'copy', ...EXACT, '-movflags', '+faststart', mp4);
    await segment(sound, hls, `audio-${language}`);
    await segment(segmented, hls, `video-${language}`);
  }
  for (const language of LANGUAGES)
    await writeFile(join(hls, `master.${language}.m3u8`), await masterPlaylist(script, hls, language));
  await copyFile(join(hls, `master.${script.original}.m3u8`), join(hls, 'master.m3u8'));
  return loudness;
}

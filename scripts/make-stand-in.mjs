// Makes the stand-in recordings from seed/standin/*.yaml: captions/<slug>/ and seed/recordings/<id>/media/.
// usage: node scripts/make-stand-in.mjs [april] [june] [--captions]     (--captions leaves the media as it is)
// needs: espeak-ng, ffmpeg, and for the picture woff2_decompress (Debian: espeak-ng ffmpeg woff2 fontconfig)
// The rules are in seed/standin/README.md; a broken one stops the work.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { captionsFile, chaptersFile, checkCues, checkDuration, timeCues } from './stand-in/captions.mjs';
import { useOwnFonts } from './stand-in/fonts.mjs';
import { provenanceOf } from './stand-in/provenance.mjs';
import { LANGUAGES, StandInError, readScript } from './stand-in/script.mjs';
import { placeChapters, placeClips } from './stand-in/timeline.mjs';
import { speak } from './stand-in/voice.mjs';

const root = resolve(import.meta.dirname, '..');

/** Writes every caption file of one recording, each one checked first. */
async function writeCaptions(script, timeline, chapters, folder) {
  const tracks = [
    { name: 'en', language: 'en', voice: 'original' },
    { name: 'es', language: 'es', voice: 'original' },
    { name: `interpretation.${script.other}`, language: script.other, voice: 'interpretation' }
  ];
  await mkdir(folder, { recursive: true });
  let count = 0;
  for (const { name, language, voice } of tracks) {
    const cues = timeCues(script, timeline, language, voice);
    checkCues(script, cues, language);
    await writeFile(join(folder, `${name}.vtt`), captionsFile(cues, language));
    count += cues.length;
  }
  for (const language of LANGUAGES)
    await writeFile(join(folder, `chapters.${language}.vtt`), chaptersFile(chapters, language));
  return count;
}

async function makeRecording(name, { media }) {
  const scriptFile = `seed/standin/${name}.yaml`;
  const script = await readScript(join(root, scriptFile));
  const workDir = await mkdtemp(join(tmpdir(), 'stand-in-'));
  try {
    const clips = {};
    for (const language of LANGUAGES) clips[language] = await speak(script, language, workDir);
    const timeline = placeClips(script, clips);
    checkDuration(timeline.durationMs);
    const chapters = placeChapters(script, timeline);
    const captionsDir = join(root, 'captions', script.captions_folder);
    const mediaDir = join(root, 'seed/recordings', script.recording, 'media');
    const cues = await writeCaptions(script, timeline, chapters, captionsDir);
    let loudness = null;
    if (media) {
      const { makeMedia } = await import('./stand-in/media.mjs');
      loudness = await makeMedia({ script, clips, timeline, chapters, workDir, mediaDir });
    }
    const provenance = await provenanceOf({
      script,
      scriptFile,
      timeline,
      loudness,
      captionsDir,
      mediaDir: media ? mediaDir : null
    });
    await writeFile(join(captionsDir, 'provenance.json'), `${JSON.stringify(provenance, null, 2)}\n`);
    console.log(`${name}: ${(timeline.durationMs / 1000).toFixed(1)} s, ${cues} cues, ${captionsDir}`);
  } finally {
    await rm(workDir, { recursive: true });
  }
}

const args = process.argv.slice(2);
const media = !args.includes('--captions');
const fonts = await mkdtemp(join(tmpdir(), 'stand-in-fonts-'));
const known = ['april', 'june'];
const names = args.filter((arg) => !arg.startsWith('--'));
try {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new StandInError(`unknown recording ${unknown}; known: ${known.join(', ')}`);
  if (media) await useOwnFonts(root, fonts);
  for (const name of names.length > 0 ? names : known) await makeRecording(name, { media });
} catch (error) {
  if (!(error instanceof StandInError)) throw error;
  console.error(`make-stand-in: ${error.message}`);
  process.exitCode = 1;
} finally {
  await rm(fonts, { recursive: true });
}

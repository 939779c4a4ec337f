// provenance.json: how the files came to be, with a SHA-256 for each, so that anyone can make them again and compare.
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from './script.mjs';
import { run } from './voice.mjs';

async function filesIn(folder, prefix = '') {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name), `${prefix}${entry.name}/`) : [`${prefix}${entry.name}`]
  );
  return (await Promise.all(lists)).flat().sort();
}

async function hashes(folder) {
  const result = {};
  for (const name of await filesIn(folder)) {
    if (name === 'provenance.json' || !/\.(vtt|mp4|m4a|m3u8|png)$/u.test(name)) continue;
    const bytes = await readFile(join(folder, name));
    result[name] = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }
  return result;
}

const firstMatch = (text, pattern) => pattern.exec(text)?.[1] ?? 'unknown';
async function toolVersions() {
  const espeak = await run('espeak-ng', ['--version']);
  const ffmpeg = await run('ffmpeg', ['-version']);
  return {
    'espeak-ng': firstMatch(espeak.stdout, /text-to-speech: (\S+)/u),
    ffmpeg: firstMatch(ffmpeg.stdout, /^ffmpeg version (\S+)/u)
  };
}

/** `loudness` is null until the media has been made. */
export async function provenanceOf({ script, scriptFile, timeline, loudness, captionsDir, mediaDir }) {
  const track = (role, language) => ({
    role,
    language,
    method: 'text_to_speech',
    rate: script.speech.rate[language],
    voices: Object.fromEntries(
      Object.values(script.speakers).map((speaker) => [speaker.label[language], speaker.voice[language]])
    )
  });
  return {
    stand_in: true,
    recording: script.recording,
    notice: Object.fromEntries(LANGUAGES.map((language) => [language, script.notice[language]])),
    made_by: 'scripts/make-stand-in.mjs',
    script: { file: scriptFile, sha256: script.sha256 },
    versions: await toolVersions(),
    duration_ms: timeline.durationMs,
    audio: [track('original', script.original), track('interpretation', script.other)],
    loudness,
    files: await hashes(captionsDir),
    media: mediaDir ? await hashes(mediaDir) : {}
  };
}

// Sentences to sound: espeak-ng clips, silence cut off, placed on one long 22,050 Hz mono track.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StandInError, spokenText } from './script.mjs';

export const SAMPLE_RATE = 22_050;
const SILENCE = Math.round(32_768 * 10 ** (-46 / 20)); // -46 dBFS

/** Runs a tool without a shell; its standard output and error, or an error with what it said. */
export function run(command, args, input = '') {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => (output.stdout += chunk));
    child.stderr.on('data', (chunk) => (output.stderr += chunk));
    child.on('error', (error) => reject(new StandInError(`${command}: ${error.message}`)));
    child.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new StandInError(`${command} ended with ${code}: ${output.stderr}`))
    );
    child.stdin.end(input);
  });
}

/** The samples of a 16-bit mono WAV file at SAMPLE_RATE. */
function samplesOf(wav, name) {
  const data = wav.indexOf('data', 12, 'latin1');
  const mono16 = wav.readUInt16LE(22) === 1 && wav.readUInt16LE(34) === 16;
  if (data < 0 || !mono16 || wav.readUInt32LE(24) !== SAMPLE_RATE)
    throw new StandInError(`${name}: expected 16-bit mono at ${SAMPLE_RATE} Hz`);
  const bytes = wav.subarray(data + 8);
  return Int16Array.from({ length: Math.floor(bytes.length / 2) }, (_, index) => bytes.readInt16LE(index * 2));
}

function cutSilence(samples) {
  const loud = (sample) => Math.abs(sample) > SILENCE;
  const from = samples.findIndex(loud);
  if (from < 0) throw new StandInError('a clip holds only silence');
  return samples.subarray(from, samples.findLastIndex(loud) + 1);
}

/** One clip a sentence: `{ samples, durationMs }`, in the order of the script. */
export async function speak(script, language, workDir) {
  const clips = [];
  for (const sentence of script.sentences) {
    const wav = join(workDir, `${sentence.id}.${language}.wav`);
    const voice = script.speakers[sentence.speaker].voice[language];
    const text = spokenText(sentence[language], script.say?.[language]);
    await run('espeak-ng', ['-v', voice, '-s', String(script.speech.rate[language]), '-w', wav, '--stdin'], text);
    const samples = cutSilence(samplesOf(await readFile(wav), wav));
    clips.push({ samples, durationMs: Math.ceil((samples.length * 1000) / SAMPLE_RATE) });
  }
  return clips;
}

/** Lays the clips on silence and returns a whole WAV file. */
export function layTrack(clips, starts, durationMs) {
  const samples = new Int16Array(Math.round((durationMs * SAMPLE_RATE) / 1000));
  for (const [index, clip] of clips.entries())
    samples.set(clip.samples, Math.round((starts[index] * SAMPLE_RATE) / 1000));
  const header = Buffer.alloc(44);
  const size = samples.length * 2;
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + size, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(size, 40);
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}

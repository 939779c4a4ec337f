import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { OperatorProblem } from '#lib/server/errors.ts';
import { moveTo, removeAll, syncPath } from '#lib/server/files/index.ts';

/** age's own keys and SSH keys go to age, everything else (an address, a fingerprint) to gpg. */
const sealerFor = (recipient: string): { program: string; args: string[]; ending: string } =>
  /^(age1|ssh-)/.test(recipient)
    ? { program: 'age', args: ['--encrypt', '--recipient', recipient], ending: '.tar.age' }
    : {
        program: 'gpg',
        args: ['--batch', '--yes', '--trust-model', 'always', '--encrypt', '--recipient', recipient],
        ending: '.tar.gpg'
      };

const ended = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });

/**
 * Packs a finished backup and encrypts it to somebody's public key, through a pipe: nothing readable is written. The
 * folder stays. Returns the path of the sealed file.
 */
export async function sealBackup(folder: string, recipient: string): Promise<string> {
  const { program, args, ending } = sealerFor(recipient);
  if (spawnSync(program, ['--version']).error) {
    throw new OperatorProblem(
      `${program} is not installed. On Debian: sudo apt-get install ${program === 'gpg' ? 'gnupg' : program}`
    );
  }
  const target = `${folder}${ending}`;
  const beside = `${target}.part`;
  const tar = spawn('tar', ['-C', dirname(folder), '-cf', '-', basename(folder)], {
    stdio: ['ignore', 'pipe', 'inherit']
  });
  const seal = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ends = Promise.all([ended(tar), ended(seal)]);
  try {
    await Promise.all([pipeline(tar.stdout, seal.stdin), pipeline(seal.stdout, createWriteStream(beside))]);
    const [packed, sealed] = await ends;
    if (packed !== 0 || sealed !== 0) throw new OperatorProblem(`${packed === 0 ? program : 'tar'} failed, see above.`);
  } catch (error) {
    await ends.catch(() => undefined);
    await removeAll(beside);
    throw error;
  }
  await syncPath(beside);
  await moveTo(beside, target);
  return target;
}

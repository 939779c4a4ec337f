// npm run validate: everything that must hold before a change is shared. Stops at the first that does not.
import { spawnSync } from 'node:child_process';
import { checkNode, ensurePackages, giveUp, root, say } from './setup.mjs';

process.chdir(root);
checkNode();
ensurePackages();
for (const [name, script] of [
  ['Format', 'format:check'],
  ['Lint', 'lint'],
  ['Types', 'check'],
  ['Tests', 'test']
]) {
  say(name, 'checking');
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' });
  if (status !== 0) giveUp(`${name}: failed, see above.`);
}

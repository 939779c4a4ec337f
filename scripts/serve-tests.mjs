// The server of the end-to-end tests: the build, on the first archive freshly imported into a folder that is made anew.
// Playwright starts it; DATA_DIR and PORT come from playwright.config.ts.
// --organizers: somebody of each role may sign in, with the password that tests/support/sign-in.ts knows.
import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './setup.mjs';

const { DATA_DIR: dataDir } = process.env;
// what the environment says of another archive does not count here
delete process.env.PUBLIC_URL;
delete process.env.DATABASE_URL;
if (!dataDir?.startsWith(join(root, 'test-results/')))
  throw new Error(`DATA_DIR=${dataDir} is not below test-results/`);
rmSync(dataDir, { recursive: true, force: true });
const folders = ['seed', 'captions'].filter((name) => existsSync(join(root, name)));
run(process.execPath, ['build/cli.js', 'import', ...folders, '--publish'], {
  failed: 'The archive for the tests could not be imported.'
});

/** As an operator would do it; the password goes in by a pipe. */
const letIn = (role) =>
  new Promise((done, failed) => {
    const options = ['organizer', 'create', '--email', `${role}@example.org`, '--name', `${role} of the tests`];
    const command = spawn(process.execPath, ['build/cli.js', ...options, '--role', role, '--password-stdin'], {
      cwd: root,
      stdio: ['pipe', 'ignore', 'inherit']
    });
    command.stdin.end('solid line, broken line\n');
    command.on('exit', (code) => (code === 0 ? done() : failed(new Error(`The ${role} could not be let in.`))));
  });
if (process.argv.includes('--organizers')) await Promise.all(['admin', 'publisher', 'editor', 'captioner'].map(letIn));
await import('../build/start.js');

// killed without a word, Playwright would leave the server behind
const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.exit(1);
}, 1000).unref();

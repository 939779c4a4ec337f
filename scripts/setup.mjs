// What must be there before anything of the project can run: Node, a compiler, the packages, the build. Plain Node,
// nothing to install first. Each step says in one line what it is doing; what is there already takes no time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensure } from './ensure-tools.mjs';

export const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

/** A line for the person who waits. */
export const say = (step, text) => console.log(`${step.padEnd(9)} ${text}`);

/** Ends the program with one line that says what to do. */
export function giveUp(text) {
  console.error(`\n${text}`);
  process.exit(1);
}

const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

/** Runs quietly; what it printed is shown only when it fails. */
export function run(command, args, { env = {}, failed }) {
  const options = { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 };
  const { status, stdout, stderr, error } = spawnSync(command, args, options);
  if (status === 0) return stdout;
  console.error(`${stdout ?? ''}${stderr ?? ''}${error ? error.message : ''}`.trim().split('\n').slice(-40).join('\n'));
  return giveUp(failed);
}

/** As `engines` in package.json: checked before anything imports better-sqlite3, which crashes on other ones. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major === 23 || major === 24;
  if (!fits) {
    giveUp(
      `This is Node ${process.versions.node}. Acervo needs Node 20.19 or newer of 20, 22.13 or newer of 22, or 24: https://nodejs.org`
    );
  }
  say('Node', process.versions.node);
}

/** A folder that cannot be written to is better said now than in the middle of npm. */
export function checkWritable(folder) {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    giveUp(
      `Cannot write to ${folder} (${error.code}). Give this user the right to write there, or use another folder.`
    );
  }
}

/** Are the installed packages those of package-lock.json? npm keeps its own list of what it put there. */
function packagesAreRight() {
  const hidden = at('node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  const { packages: installed } = JSON.parse(readFileSync(hidden, 'utf8'));
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    return installed[path] ? installed[path].version === version : optional === true;
  });
}

/** Does the compiled package load in the Node that is running now? */
const sqliteLoads = () =>
  spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], { cwd: root }).status === 0;

/** Node's headers lie beside many a Node: then nothing has to be fetched to compile. */
function compilerEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

export function ensurePackages() {
  const started = performance.now();
  const right = packagesAreRight();
  if (right && sqliteLoads()) {
    say('Packages', 'are installed');
    return;
  }
  checkWritable(root);
  for (const tool of ['python3', 'make', 'g++']) {
    if (!ensure(tool)) giveUp('better-sqlite3 has to be compiled and cannot be; see the line above.');
  }
  const env = compilerEnvironment();
  say('Packages', right ? 'compiling better-sqlite3 for this Node (a minute)' : 'installing (about two minutes)');
  const args = right ? ['rebuild', 'better-sqlite3'] : ['ci', '--no-audit', '--no-fund'];
  run('npm', args, {
    env,
    failed: 'The packages could not be installed: see above. Is there a way to a package registry?'
  });
  if (!sqliteLoads()) giveUp('better-sqlite3 was installed but does not load. Remove node_modules and try again.');
  say('Packages', `installed in ${seconds(started)}`);
}

/** Every file below the given files and folders, in an order that does not depend on the disk. */
function* filesBelow(...paths) {
  for (const path of paths) {
    const full = at(path);
    if (!existsSync(full)) continue;
    const entries = readdirSync(full, { withFileTypes: true, recursive: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
    yield* files.sort();
  }
}

/** One hash over the contents and names of all of them. */
export function hashOf(files, folders) {
  const hash = createHash('sha256');
  for (const file of [...files.map((name) => at(name)), ...filesBelow(...folders)]) {
    if (existsSync(file))
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

const stamped = (file, stamp) => existsSync(file) && readFileSync(file, 'utf8') === stamp;

/** Does `work` when the stamp in `file` is another one, and leaves the new stamp there. Returns whether it did. */
export function whenChanged(file, stamp, work) {
  if (stamped(file, stamp)) return false;
  rmSync(file, { force: true }); // killed in the middle, it must not look done
  work();
  writeFileSync(file, stamp);
  return true;
}

const buildFiles = [
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts',
  'vite.node.config.ts',
  'vite.start.config.ts'
];

/** Hash of everything that the build is made of. */
export const sourcesHash = () => hashOf(buildFiles, ['src', 'static']);

export function ensureBuild() {
  const started = performance.now();
  const failed = 'The build failed: see above.';
  const built = whenChanged(at('build/.stamp'), sourcesHash(), () => {
    checkWritable(at('build'));
    say('Build', 'making the server (half a minute)');
    run('npm', ['run', 'build'], { failed });
  });
  say('Build', built ? `made in ${seconds(started)}` : 'is up to date');
}

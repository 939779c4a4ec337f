// npm run demo: from a bare clone to the first archive in the browser. Sets up what is missing, imports seed/ and
// captions/ into data/demo, and serves it. A second start does only the last of these.
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  checkNode,
  checkWritable,
  ensureBuild,
  ensurePackages,
  giveUp,
  hashOf,
  root,
  run,
  say,
  sourcesHash,
  whenChanged
} from './setup.mjs';

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
// never the folder or the database of an archive that the environment may name
const dataDir = join(root, 'data/demo');
delete process.env.DATABASE_URL;

/** Said before two minutes of setting up, and not after. */
async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    giveUp(`PORT=${process.env.PORT} is not a port. Use 1 to 65535.`);
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, 'listening');
  } catch (error) {
    const next = port === 65_535 ? 3001 : port + 1;
    giveUp(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Stop what uses it, or choose another one: PORT=${next} npm run demo`
        : `Cannot listen on ${host}:${port} (${error.code}). Choose another one: PORT=${next} npm run demo`
    );
  }
  probe.close();
  await once(probe, 'close');
}

/** The first archive, as anybody would import a folder of their own. */
function importArchive() {
  const folders = ['seed', 'captions'].filter((name) => existsSync(join(root, name)));
  const stamp = hashOf([], folders) + sourcesHash();
  const isNew = !existsSync(dataDir) || readdirSync(dataDir).length === 0;
  const imported = whenChanged(join(dataDir, '.imported'), stamp, () => {
    say('Archive', `${isNew ? 'importing' : 'importing what changed in'} ${folders.join(' and ')}`);
    const args = ['build/cli.js', 'import', ...folders, '--publish'];
    const failed = 'The first archive could not be imported: see above.';
    run(process.execPath, args, { env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, failed });
  });
  say('Archive', imported ? `imported into ${dataDir}` : 'is imported');
}

checkNode();
await checkPort();
checkWritable(dataDir);
ensurePackages();
ensureBuild();
importArchive();

process.env.PORT = String(port);
process.env.HOST = host;
process.env.DATA_DIR = dataDir;
process.env.DEMO ??= 'yes';
say('Server', 'starting; Ctrl-C stops it');
await import('../build/start.js');

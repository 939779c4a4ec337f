// npm run bench -- editor [--cues 5000] [--keys 150] [--slow 1]: typing in the caption editor in Chromium, from the key to the
// picture that shows it, in a track of that many cues with another language beside. --slow 4 slows the processor down.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/ensure-tools.mjs';
import { bar, report, rounded } from '../report.mjs';

const root = join(import.meta.dirname, '..', '..');
const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const cues = option('cues', 5000);
const keys = option('keys', 150);
const slow = option('slow', 1);
if (!existsSync(join(root, 'build/start.js'))) {
  console.error('There is no build yet: npm run build');
  process.exit(2);
}

const dir = mkdtempSync(join(tmpdir(), 'acervo-editor-'));
const env = { ...process.env, DATA_DIR: dir, LOG_LEVEL: 'error' };
const password = 'a line for the bench only';
const cli = (args, input = '') => {
  const done = spawnSync(process.execPath, ['build/cli.js', ...args], { cwd: root, env, input, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
};
cli(['import', 'seed', 'captions', '--publish']);
cli(
  ['organizer', 'create', '--email', 'bench@example.org', '--name', 'Bench', '--role', 'publisher', '--password-stdin'],
  `${password}\n`
);

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

const port = await freePort();
const origin = `http://localhost:${port}`;
const server = spawn(process.execPath, ['build/start.js'], {
  cwd: root,
  env: { ...env, PORT: String(port) },
  stdio: 'ignore'
});
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu']
});

const clock = (ms) => new Date(ms).toISOString().slice(11, 23);
const track = `WEBVTT\n\n${Array.from(
  { length: cues },
  (_, at) =>
    `${clock(at * 3000)} --> ${clock(at * 3000 + 2800)}\n<v Narrator ${(at % 3) + 1}>Words of cue number ${at}, which are many\n`
).join('\n')}`;

/** Milliseconds from each key to the end of the frame that shows it. */
async function measure(page, press) {
  await page.evaluate(() => {
    window.delays = [];
    const note = ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.delays.push(performance.now() - timeStamp);
        port2.postMessage(0);
      });
    };
    // one listener for all: the next measurement only begins a new list
    if (!window.listens) window.addEventListener('keydown', note, true);
    window.listens = true;
  });
  await press();
  return page.evaluate(() => window.delays);
}

const quantile = (values, share) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];

async function openEditor(page) {
  for (let turn = 0; turn < 100; turn++) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((go) => setTimeout(go, 100));
  }
  await page.goto(`${origin}/en/sign-in`);
  await page.fill('input[type=email]', 'bench@example.org');
  await page.fill('input[type=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL(/manage/);
  await page.goto(`${origin}/en/manage/captions/recording-2020-06-10/upload`);
  await page.setInputFiles('input[type=file]', { name: 'long.vtt', mimeType: 'text/vtt', buffer: Buffer.from(track) });
  await page.selectOption('select[name=track]', '');
  await page.fill('input[name=language]', 'fr');
  await page.click('form[action="?/report"] button[type=submit]');
  await page.waitForSelector('#report-title');
  await page.click('form[action="?/store"] button.btn:not(.line)');
  await page.waitForURL(/versions$/, { timeout: 60_000 }).catch(async (error) => {
    throw new Error(`the track was not stored: ${(await page.locator('main').innerText()).slice(0, 300)}`, {
      cause: error
    });
  });
  await page.goto(`${origin}/en/manage/captions/recording-2020-06-10/captions-fr`);
  await page.waitForSelector('.rows .cue');
}

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await openEditor(page);
  if (slow > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slow });
  await page.evaluate(() => (document.querySelector('.rows-box').scrollTop = 1e9 / 2));
  await page.evaluate(
    () => (document.querySelector('.rows-box').scrollTop = document.querySelector('.rows').clientHeight / 2)
  );
  await page.waitForTimeout(500);
  await page.locator('.rows .cue .tc').nth(5).click();
  await page.locator('.rows textarea').focus();
  const typed = await measure(page, async () => {
    for (let at = 0; at < keys; at++) await page.keyboard.press('abcde '[at % 6]);
  });
  const moved = await measure(page, async () => {
    for (let at = 0; at < 40; at++) await page.keyboard.press('Alt+ArrowDown');
  });
  const cut = await measure(page, async () => {
    for (let at = 0; at < 20; at++) {
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('Control+z');
    }
  });
  const row = (what, values) => [what, values.length, rounded(quantile(values, 0.5)), rounded(quantile(values, 0.95))];
  const rows = [row('typing', typed), row('next cue', moved), row('split and undo', cut)];
  report('editor', [`${cues} cues`, 'keys', 'median ms', 'p95 ms'], rows, { cues, slow, rows }, [
    bar('typing, input to picture, p95 ms', quantile(typed, 0.95), '≤', 50)
  ]);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(dir, { recursive: true, force: true });
}

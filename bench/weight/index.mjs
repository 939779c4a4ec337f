// npm run bench -- weight [--json]: bytes that a page moves when it is opened, as the browser receives them (brotli), in Chromium.
// Pages of the first archive, normal and text first, and a recording of 1,500 cues in two languages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from '../../scripts/ensure-tools.mjs';
import { recordingPaths, root, serveArchive, writeRecording } from '../archive.mjs';
import { bar, report } from '../report.mjs';

const dir = mkdtempSync(join(tmpdir(), 'acervo-weight-'));
const kinds = { Document: 'html', Stylesheet: 'css', Script: 'js', Font: 'fonts', Image: 'pictures', Media: 'media' };
const sum = (values) => values.reduce((all, value) => all + value, 0);

/** Bytes on the wire by kind, until nothing has moved for half a second. */
async function weigh(browser, url) {
  const context = await browser.newContext({ viewport: { width: 390, height: 780 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const kindOf = new Map();
  const bytes = { html: 0, css: 0, js: 0, fonts: 0, pictures: 0, media: 0, other: 0 };
  devtools.on('Network.responseReceived', ({ requestId, type }) => kindOf.set(requestId, kinds[type] ?? 'other'));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes[kindOf.get(requestId) ?? 'other'] += encodedDataLength;
  });
  const answer = await page.goto(url, { waitUntil: 'networkidle' });
  if (answer?.status() !== 200) throw new Error(`${url}: ${answer?.status()}`);
  await context.close();
  return bytes;
}

const long = writeRecording(dir, 1500, { withSound: true });
const archive = await serveArchive(dir, [[join(root, 'seed'), join(root, 'captions')], long]);
const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu']
});
try {
  const recordings = await recordingPaths(archive.origin);
  const demo = recordings.find((path) => path.includes('june'));
  const firstOf = async (list, kind) => {
    const html = await (await fetch(archive.origin + list)).text();
    const [, path] = new RegExp(`href="(/en/${kind}/[^"?#.]+)"`).exec(html) ?? [];
    if (!path) throw new Error(`${list} leads to nothing under ${kind}`);
    return path;
  };
  const event = await firstOf('/en/events', 'events');
  const types = {
    home: '/en',
    recordings: '/en/recordings',
    recording: demo,
    events: '/en/events',
    event,
    campaign: '/en/campaign',
    people: '/en/people',
    person: await firstOf('/en/people', 'people'),
    organizations: '/en/organizations',
    organization: await firstOf('/en/organizations', 'organizations'),
    series: await firstOf('/en/events', 'series'),
    timeline: '/en/timeline',
    'take action': '/en/act',
    letter: await firstOf('/en/act', 'act'),
    sources: '/en/sources',
    search: '/en/search?q=asylum'
  };
  const textFirst = (path) => `${path}${path.includes('?') ? '&' : '?'}text=1`;
  const pages = {
    ...types,
    'recording, one language': `${demo}?read=en`,
    'recording of 1,500 cues in two languages': '/en/recordings/long',
    ...Object.fromEntries(Object.entries(types).map(([page, path]) => [`${page}, text first`, textFirst(path)])),
    'recording, text first, one language': `${demo}?text=1&read=en`
  };
  const weighed = [];
  for (const [page, path] of Object.entries(pages)) {
    const bytes = await weigh(browser, archive.origin + path).catch((error) => {
      console.error(`${page}: ${error.message}`);
      return null;
    });
    if (bytes)
      weighed.push({ page, ...bytes, code: bytes.html + bytes.css + bytes.js, all: sum(Object.values(bytes)) });
  }
  const of = (page) => weighed.find((each) => each.page === page);
  const kB = (bytes) => Math.round(bytes / 100) / 10;
  const columns = ['html', 'css', 'js', 'code', 'fonts', 'pictures', 'other', 'all'];
  report(
    'weight',
    ['kB as received', ...columns.map((name) => (name === 'code' ? 'html+css+js' : name))],
    weighed.map((each) => [each.page, ...columns.map((name) => kB(each[name]))]),
    { pages: weighed },
    [
      ...weighed
        .filter(({ page }) => !page.includes('1,500'))
        .map(({ page, code }) => bar(`${page}: html + css + js, kB`, code / 1000, '≤', 60)),
      bar(
        '1,500 cues in two languages: html + css + js, kB',
        (of('recording of 1,500 cues in two languages')?.code ?? Infinity) / 1000,
        '≤',
        200
      ),
      ...weighed
        .filter(({ page }) => page.includes('text first'))
        .map(({ page, all }) => bar(`${page}: everything, kB`, all / 1000, '≤', 60))
    ]
  );
} finally {
  await browser.close();
  await archive.stop();
  rmSync(dir, { recursive: true, force: true });
}

// Material that is unlike the first archive's, in the import format: many recordings, sponsors and stops, very long names,
// and objects of which nothing is known. `node tests/support/other-material.mjs FOLDER` writes it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('Name a folder to write to.');
const write = (path, value) => {
  const file = join(folder, path);
  mkdirSync(join(file, '..'), { recursive: true });
  // JSON is YAML
  writeFileSync(file, JSON.stringify(value, null, 2));
};
const both = (text) => ({ en: text, es: text });
const range = (length) => Array.from({ length }, (_, index) => index + 1);

/** 120 letters without a place to break, and 120 in words. */
const unbroken = 'Coordinadora'.repeat(10);
const inWords =
  'Coordinadora nacional de comunidades, pueblos y organizaciones por la defensa de la vida, el agua, la tierra y el bosque'.padEnd(
    120,
    '!'
  );

write('archive.yaml', {
  meta: { format: 'acervo/1', default_language: 'en', text_status: 'reviewed' },
  site: {
    title: both(inWords),
    short_title: both('Other material'),
    tagline: { es: 'Solo en español' },
    description: null
  },
  series: [
    {
      id: 'long-tour',
      kind: 'tour',
      slug: both('long-tour'),
      title: both('A tour of forty stops'),
      stops: range(40).map((n) => `stop-${n}`),
      replaced_by: 'coming'
    }
  ]
});
write('organizations.yaml', [
  ...range(78).map((n) => ({
    id: `org-${n}`,
    order: n,
    short: `ORG ${n}`,
    name: both(`Organization number ${n} of eighty`),
    name_origin: 'source'
  })),
  { id: 'org-79', order: 79, short: unbroken, name: null, name_origin: 'unknown' },
  { id: 'org-80', order: 80, short: inWords, name: both(inWords), name_origin: 'source' }
]);
write('people.yaml', [
  { id: 'long', slug: both('person-1'), name: inWords, kind: 'other', roles: ['speaker'], consent: 'confirmed' },
  { id: 'bare', slug: both('person-2'), name: 'A', kind: 'other', roles: [], consent: 'confirmed' }
]);
const status = (kind) => [{ status: kind, changed_on: null, reason: null }];
for (const n of range(40)) {
  write(`events/stop-${n}.yaml`, {
    id: `stop-${n}`,
    kind: 'tour_stop',
    series: 'long-tour',
    series_order: n,
    slug: both(`stop-${n}`),
    title: both(n === 7 ? inWords : `Stop ${n} of a tour of forty`),
    date: { value: `2024-${String((n % 12) + 1).padStart(2, '0')}-10`, precision: 'day', year: 'stated' },
    place: { label: both(n === 7 ? inWords : n === 8 ? unbroken : `Town ${n}`), venue: null },
    attendance: 'in_person',
    status: n % 3 ? 'held' : 'cancelled',
    status_history: status(n % 3 ? 'held' : 'cancelled'),
    people: n === 1 ? [{ id: 'long', role: 'speaker' }] : [],
    organizations: n === 1 ? range(80).map((o) => ({ id: `org-${o}`, role: 'cosponsor' })) : []
  });
}
write('events/bare.yaml', {
  id: 'bare',
  kind: 'other',
  slug: both('bare'),
  title: { es: 'Sin nada' },
  date: { value: null, precision: 'unknown', year: null },
  place: null,
  attendance: null,
  status: 'planned',
  status_history: [{ status: 'planned', changed_on: null, reason: null }]
});
write('events/coming.yaml', {
  id: 'coming',
  kind: 'webinar',
  slug: both('coming'),
  title: both('To come'),
  date: { value: '2099-05-01', precision: 'day', year: 'stated' },
  attendance: 'online',
  status: 'scheduled',
  status_history: [{ status: 'scheduled', changed_on: '2026-01-01', reason: null }]
});
for (const n of range(300)) {
  write(`recordings/r-${n}/recording.yaml`, {
    id: `r-${n}`,
    slug: both(`r-${n}`),
    title: both(n === 300 ? inWords : `Recording ${n}`),
    media_state: 'none'
  });
}

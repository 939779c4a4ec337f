import type { Action } from '#lib/domain/access/action.ts';

/**
 * What a route asks before it answers: nothing (`everybody`), or a permission that its service asks with `can()`.
 * What is shown beside the object itself (its people, files, recordings) is asked for each of them.
 */
export type RouteRule = 'everybody' | Action;

/** HTTP method, or `POST ?/name` for a named form action. */
export type RouteRow = Readonly<Record<string, RouteRule>>;

/** The authorisation matrix: every route has its row, and no row is without a route (routes.test.ts). */
export const routes: Readonly<Record<string, RouteRow>> = {
  '/': { GET: 'everybody' },
  '/healthz': { GET: 'everybody' },
  '/metrics': { GET: 'everybody' },
  '/[x+2e]well-known/security.txt': { GET: 'everybody' },
  '/[lang=locale]': { GET: 'everybody' },
  '/[lang=locale]/[...missing]': { GET: 'everybody' },
  '/[lang=locale]/act': { GET: 'action:list' },
  '/[lang=locale]/act/[slug]': { GET: 'action:read' },
  '/[lang=locale]/act/[slug]/letter.txt': { GET: 'action:read' },
  '/[lang=locale]/api': { GET: 'everybody' },
  '/[lang=locale]/atom.xml': { GET: 'event:list' },
  '/[lang=locale]/bibliography': { GET: 'everybody' },
  '/[lang=locale]/calendar.ics': { GET: 'event:list' },
  '/[lang=locale]/card.png': { GET: 'everybody' },
  '/[lang=locale]/campaign': { GET: 'campaign:list' },
  '/[lang=locale]/corpus': { GET: 'recording:list' },
  '/[lang=locale]/corpus.zip': { GET: 'recording:list' },
  '/[lang=locale]/events': { GET: 'event:list' },
  '/[lang=locale]/events/[slug]': { GET: 'event:read' },
  '/[lang=locale]/events/[slug]/card.png': { GET: 'event:read' },
  '/[lang=locale]/events/[slug]/event.ics': { GET: 'event:read' },
  '/[lang=locale]/feed.xml': { GET: 'event:list' },
  '/[lang=locale]/manage': { GET: 'archive:see-drafts' },
  '/[lang=locale]/manage/account': {
    GET: 'archive:see-drafts',
    'POST ?/password': 'archive:see-drafts',
    'POST ?/app': 'archive:see-drafts',
    'POST ?/passkey': 'archive:see-drafts',
    'POST ?/remove': 'archive:see-drafts',
    'POST ?/codes': 'archive:see-drafts',
    'POST ?/end': 'archive:see-drafts'
  },
  '/[lang=locale]/manage/inbox': {
    GET: 'archive:see-drafts',
    'POST ?/close': 'archive:see-drafts',
    'POST ?/reopen': 'archive:see-drafts'
  },
  '/[lang=locale]/manage/log': { GET: 'archive:read-log' },
  '/[lang=locale]/manage/log/log.csv': { GET: 'archive:read-log' },
  '/[lang=locale]/manage/settings': { GET: 'archive:change-settings', POST: 'archive:change-settings' },
  '/[lang=locale]/manage/organizers': { GET: 'archive:manage-people', 'POST ?/invite': 'archive:manage-people' },
  '/[lang=locale]/manage/organizers/[id]': {
    GET: 'archive:manage-people',
    'POST ?/save': 'archive:manage-people',
    'POST ?/link': 'archive:manage-people',
    'POST ?/close': 'archive:manage-people'
  },
  '/[lang=locale]/manage/media': { GET: 'archive:see-drafts' },
  '/[lang=locale]/manage/media/[recording]': {
    GET: 'recording:edit',
    'POST ?/start': 'recording:edit',
    'POST ?/publish': 'recording:publish',
    'POST ?/retry': 'recording:edit',
    'POST ?/giveUp': 'recording:edit',
    'POST ?/drop': 'recording:edit',
    'POST ?/poster': 'recording:edit',
    'POST ?/place': 'recording:edit',
    'POST ?/leaveOut': 'recording:edit',
    'POST ?/include': 'recording:edit',
    'POST ?/chapters': 'recording:edit'
  },
  '/[lang=locale]/manage/media/[recording]/file': { POST: 'recording:edit' },
  '/[lang=locale]/manage/captions': { GET: 'archive:see-drafts' },
  '/[lang=locale]/manage/captions/[recording]': { GET: 'track-version:edit', 'POST ?/create': 'track-version:edit' },
  '/[lang=locale]/manage/captions/[recording]/[track]': {
    GET: 'track-version:edit',
    'POST ?/save': 'track-version:edit'
  },
  '/[lang=locale]/manage/captions/[recording]/[track]/compare': { GET: 'track-version:edit' },
  '/[lang=locale]/manage/captions/[recording]/[track]/cues.json': {
    GET: 'track-version:edit',
    PUT: 'track-version:edit'
  },
  '/[lang=locale]/manage/captions/[recording]/[track]/export/[file]': { GET: 'track-version:edit' },
  '/[lang=locale]/manage/captions/[recording]/[track]/merge': { GET: 'track-version:edit', POST: 'track-version:edit' },
  '/[lang=locale]/manage/captions/[recording]/[track]/plain': {
    GET: 'track-version:edit',
    'POST ?/check': 'track-version:edit',
    'POST ?/draft': 'track-version:edit',
    'POST ?/save': 'track-version:edit'
  },
  '/[lang=locale]/manage/captions/[recording]/[track]/speakers': { POST: 'track-version:edit' },
  '/[lang=locale]/manage/captions/[recording]/[track]/versions': {
    GET: 'track-version:edit',
    'POST ?/continue': 'track-version:edit',
    'POST ?/name': 'track-version:edit',
    'POST ?/note': 'track-version:edit',
    'POST ?/publish': 'track-version:publish',
    'POST ?/removeNote': 'track-version:edit',
    'POST ?/submit': 'track-version:submit'
  },
  '/[lang=locale]/manage/captions/[recording]/upload': {
    GET: 'track-version:edit',
    'POST ?/report': 'track-version:edit',
    'POST ?/store': 'track-version:edit'
  },
  '/[lang=locale]/manage/[kind=record]': { GET: 'archive:see-drafts' },
  '/[lang=locale]/manage/[kind=record]/[id]': {
    GET: 'archive:see-drafts',
    'POST ?/save': 'event:edit',
    'POST ?/change': 'archive:see-drafts',
    'POST ?/step': 'event:submit',
    'POST ?/replace': 'event:edit',
    'POST ?/showWaiting': 'event:publish',
    'POST ?/discard': 'archive:see-drafts'
  },
  '/[lang=locale]/manage/[kind=record]/[id]/draft': { POST: 'event:edit' },
  '/[lang=locale]/manage/[kind=record]/[id]/preview': {
    GET: 'event:edit',
    'POST ?/make': 'event:edit',
    'POST ?/end': 'event:edit'
  },
  '/[lang=locale]/manage/[kind=record]/[id]/revisions': { GET: 'archive:see-drafts', 'POST ?/restore': 'event:edit' },
  '/[lang=locale]/manage/[kind=record]/new': {
    GET: 'event:create',
    'POST ?/save': 'event:create',
    'POST ?/change': 'event:create'
  },
  '/[lang=locale]/manage/events/[id]/status': {
    GET: 'event:edit',
    'POST ?/look': 'event:edit',
    'POST ?/add': 'event:edit'
  },
  '/[lang=locale]/manage/find/[of]': { GET: 'archive:see-drafts', POST: 'person:create' },
  '/[lang=locale]/manage/system': { GET: 'archive:change-settings' },
  '/[lang=locale]/manage/people/[id]/protect': {
    GET: 'person:withdraw',
    'POST ?/look': 'person:withdraw',
    'POST ?/protect': 'person:withdraw'
  },
  '/[lang=locale]/manage/sign-out': { POST: 'everybody' },
  '/[lang=locale]/organizations': { GET: 'organization:list' },
  '/[lang=locale]/organizations/[slug]': { GET: 'organization:read' },
  '/[lang=locale]/pages/[slug]': { GET: 'page:read' },
  '/[lang=locale]/password/[code]': { GET: 'everybody', POST: 'everybody' },
  '/[lang=locale]/people': { GET: 'person:list' },
  '/[lang=locale]/people/[slug]': { GET: 'person:read' },
  '/[lang=locale]/podcast/[language]': { GET: 'recording:list' },
  '/[lang=locale]/podcast/[language]/cover.png': { GET: 'recording:list' },
  '/[lang=locale]/preview/[token]': { GET: 'everybody' },
  '/[lang=locale]/preview/[token]/c': { GET: 'everybody' },
  '/[lang=locale]/preview/[token]/f': { GET: 'everybody' },
  '/[lang=locale]/q/[code]': { GET: 'recording:read' },
  '/[lang=locale]/q/[code]/card.png': { GET: 'recording:read' },
  '/[lang=locale]/q/[code]/embed': { GET: 'recording:read' },
  '/[lang=locale]/q/[code]/[file]': { GET: 'recording:read' },
  '/[lang=locale]/recordings': { GET: 'recording:list' },
  '/[lang=locale]/recordings/[slug]': { GET: 'recording:read' },
  '/[lang=locale]/recordings/[slug]/card.png': { GET: 'recording:read' },
  '/[lang=locale]/recordings/[slug]/poster.svg': { GET: 'recording:read' },
  '/[lang=locale]/recordings/[slug]/chapters.json': { GET: 'recording:read' },
  '/[lang=locale]/search': { GET: 'recording:list' },
  '/[lang=locale]/search/feed.xml': { GET: 'recording:list' },
  '/[lang=locale]/search/concordance': { GET: 'recording:list' },
  '/[lang=locale]/search/atom.xml': { GET: 'recording:list' },
  '/[lang=locale]/search/results.csv': { GET: 'recording:list' },
  '/[lang=locale]/search/results.json': { GET: 'recording:list' },
  '/[lang=locale]/series/[slug]': { GET: 'series:read' },
  '/[lang=locale]/series/[slug]/atom.xml': { GET: 'series:read' },
  '/[lang=locale]/series/[slug]/calendar.ics': { GET: 'series:read' },
  '/[lang=locale]/series/[slug]/feed.xml': { GET: 'series:read' },
  '/[lang=locale]/sign-in': { GET: 'everybody', 'POST ?/enter': 'everybody', 'POST ?/keep': 'everybody' },
  '/[lang=locale]/setup': { GET: 'everybody', POST: 'everybody' },
  '/[lang=locale]/sign-in/forgot': { GET: 'everybody', POST: 'everybody' },
  '/[lang=locale]/sign-in/second': {
    GET: 'everybody',
    'POST ?/keep': 'everybody',
    'POST ?/code': 'everybody',
    'POST ?/passkey': 'everybody'
  },
  '/[lang=locale]/sources': { GET: 'everybody' },
  '/[lang=locale]/tell': { GET: 'everybody', POST: 'everybody' },
  '/[lang=locale]/timeline': { GET: 'event:list' },
  '/[lang=locale]/topics/[slug]': { GET: 'topic:read' },
  '/api': { GET: 'everybody' },
  '/api/[...path]': { GET: 'everybody' },
  '/api/v1/[collection]': { GET: 'event:list' },
  '/api/v1/[collection]/[uuid]': { GET: 'event:read' },
  '/api/v1/openapi.json': { GET: 'everybody' },
  '/api/v1/quotes': { GET: 'recording:read' },
  '/api/v1/recordings/[uuid]/moments': { GET: 'recording:read' },
  '/api/v1/recordings/[uuid]/transcript': { GET: 'track-version:read' },
  '/api/v1/search': { GET: 'recording:list' },
  '/api/v1/search/suggest': { GET: 'recording:list' },
  '/captions/[recording]/[file]': { GET: 'track-version:read' },
  '/hls/[recording]/[file]': { GET: 'recording:read' },
  '/id/[identifier]': { GET: 'recording:read' },
  '/media/[...path]': { GET: 'recording:read', HEAD: 'recording:read' },
  '/oembed': { GET: 'recording:read' },
  '/q/[code]': { GET: 'everybody' },
  '/readyz': { GET: 'everybody' },
  '/robots.txt': { GET: 'everybody' },
  '/sitemap.xml': { GET: 'event:list' },
  '/sitemap/[file]': { GET: 'event:list' },
  '/uploads/[...path]': {
    OPTIONS: 'everybody',
    POST: 'recording:edit',
    HEAD: 'recording:edit',
    PATCH: 'recording:edit',
    DELETE: 'recording:edit'
  }
};

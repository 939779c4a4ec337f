import { eq } from 'drizzle-orm';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anonymous, roles, type Role, type Viewer } from '#lib/domain/access/viewer.ts';
import {
  addApp,
  answerWithCode,
  askForLink,
  Attempts,
  changeOrganizer,
  changePassword,
  confirmPassword,
  createOrganizer,
  listOrganizers,
  makePasswordLink,
  noticesOf,
  readPasswordLink,
  removeFactor,
  secondFactorOf,
  setUp,
  signIn,
  takePasswordLink
} from '#lib/server/auth/index.ts';
import { networkOf } from '#lib/server/network.ts';
import { assertGoodPassword } from '#lib/server/auth/password-rules.ts';
import { seal, unseal } from '#lib/server/auth/secret-key.ts';
import { asViewer, type Ctx } from '#lib/server/context.ts';
import { audit, jobs, organizers, recoveryCodes, site } from '#lib/server/db/schema/index.ts';
import { DomainError } from '#lib/server/errors.ts';
import { openTestArchive, type TestArchive } from '../../../../tests/support/archive.ts';

let archive: TestArchive;
let ctx: Ctx;
let now = 1_795_000_000_000;
beforeAll(async () => {
  archive = await openTestArchive();
  ctx = { ...archive.ctx, now: () => now };
});
afterAll(() => archive.close());
beforeEach(async () => {
  now += 86_400_000;
  await ctx.db.write(async (tx) => void (await tx.delete(organizers)));
});

const good = 'an umbrella for the whole choir';
const address = '192.0.2.7';
const person = (role: Role, email = `${role}@archive.example`) =>
  createOrganizer(ctx, { email, name: 'Ana Ruiz', role, password: good });
const as = (userId: string, role: Role = 'editor'): Ctx => asViewer(ctx, { kind: 'organizer', userId, role });
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (problem: unknown) => (problem instanceof DomainError ? problem.code : problem)
  );

describe('passwords', () => {
  test.each([
    ['short', 'password.short'],
    ['x'.repeat(201), 'password.long'],
    ['password123!', 'password.common'],
    ['P4ssw0rd2026', 'password.common'],
    ['qwertyuiop', 'password.common'],
    ['aaaaaaaaaaaa', 'password.common'],
    ['1234567890', 'password.common'],
    ['abcabcabcabc', 'password.common'],
    ['anaruiz2026', 'password.own'],
    ['archive-2026', 'password.own'],
    ['ñandú y colibrí', 'done'],
    ['four words that rhyme', 'done'],
    [' spaces at both ends ', 'done']
  ])('%s: %s', async (password, code) => {
    const about = ['Ana Ruiz', 'anaruiz@archive.example'];
    expect(await codeOf(Promise.resolve().then(() => assertGoodPassword(password, about)))).toBe(code);
  });

  test('are taken exactly as typed: spaces, capitals and accents count', async () => {
    await createOrganizer(ctx, { email: 'a@b.example', name: 'A', role: 'editor', password: ' Ñandú y colibrí ' });
    const tryWith = (password: string) =>
      codeOf(signIn(ctx, new Attempts(), { email: 'A@B.example', password, address }));
    expect(await tryWith(' Ñandú y colibrí ')).toBe('done');
    for (const other of [
      'Ñandú y colibrí',
      ' ñandú y colibrí ',
      ' Nandu y colibri ',
      ' Ñandú y colibrí '.normalize('NFD')
    ])
      expect(await tryWith(other), other).toBe('sign-in.wrong');
  });
});

describe('signing in', () => {
  test('a wrong password, an unknown address and a closed account are told in the same words', async () => {
    await person('editor');
    const closed = await person('publisher');
    await changeOrganizer(ctx, closed, { disabled: true });
    for (const [email, password] of [
      ['editor@archive.example', 'something else'],
      ['nobody@archive.example', good],
      ['publisher@archive.example', good]
    ] as const)
      expect(await codeOf(signIn(ctx, new Attempts(), { email, password, address }))).toBe('sign-in.wrong');
  });

  test('after five mistakes the next try waits, longer each time; from elsewhere, and for others, nothing changes', async () => {
    await person('editor');
    await person('publisher');
    const attempts = new Attempts();
    const tryAs = (email: string, password: string, from = address) =>
      codeOf(signIn(ctx, attempts, { email, password, address: from }));
    for (let i = 0; i < 5; i++) expect(await tryAs('editor@archive.example', 'wrong')).toBe('sign-in.wrong');
    expect(await tryAs('editor@archive.example', good)).toBe('sign-in.wait');
    expect(await tryAs('editor@archive.example', good, '192.0.2.8')).toBe('done');
    expect(await tryAs('publisher@archive.example', good)).toBe('done');
    now += 1000;
    expect(await tryAs('editor@archive.example', 'wrong')).toBe('sign-in.wrong');
    now += 1000;
    expect(await tryAs('editor@archive.example', good)).toBe('sign-in.wait');
    now += 1000;
    expect(await tryAs('editor@archive.example', good)).toBe('done');
  });

  test('a thousand mistakes from one network lock nobody out and take no more memory', () => {
    const attempts = new Attempts(50);
    for (let i = 0; i < 1000; i++)
      attempts.failed(`x${String(i)}@archive.example`, `2001:db8:1:2:${i.toString(16)}::1`, now);
    expect(attempts.size).toBeLessThanOrEqual(50);
    expect(attempts.waitMs('ana@archive.example', '2001:db8:1:2::9', now)).toBe(300_000);
    expect(attempts.waitMs('ana@archive.example', '2001:db8:1:3::9', now)).toBe(0);
    expect(attempts.waitMs('ana@archive.example', '2001:db8:1:2::9', now + 900_000)).toBe(0);
  });

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64']
  ])('the network of %s is %s', (given, network) => expect(networkOf(given)).toBe(network));
});

describe('the first organizer', () => {
  const input = {
    ...{ token: 'ABCDE-12345', email: 'ana@archive.example', name: 'Ana', password: good, locale: 'es' as const },
    ...{ responsibleBody: { en: 'The choir', es: 'El coro' }, contactEmail: 'choir@archive.example' }
  };
  const visitor = () => asViewer(ctx, anonymous);

  test('of twenty who send the form at once, one is made; the others are told, or asked to wait', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => codeOf(setUp(visitor(), 'ABCDE12345', input))));
    expect(all.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(all)).toEqual(new Set(['done', 'set-up.done']));
    expect(await listOrganizers(ctx)).toMatchObject([{ email: 'ana@archive.example', role: 'admin', locale: 'es' }]);
    const [row] = await ctx.read.select().from(site);
    expect(row).toMatchObject({ responsibleBody: { es: 'El coro' }, contactEmail: 'choir@archive.example' });
  });
  test.each([
    ['another token', 'ABCDE-12346', 'ABCDE-12345'],
    ['none', '', 'ABCDE-12345'],
    ['any, when none was printed', 'ABCDE-12345', null]
  ])('%s is refused', async (_, token, printed) => {
    expect(await codeOf(setUp(visitor(), printed, { ...input, token }))).toBe('set-up.token');
    expect(await listOrganizers(ctx)).toEqual([]);
  });
  test('a poor password makes nobody', async () => {
    expect(await codeOf(setUp(visitor(), input.token, { ...input, password: 'password1234' }))).toBe('password.common');
    expect(await listOrganizers(ctx)).toEqual([]);
  });
});

describe('links for a password', () => {
  const codeIn = (link: string) => link.split('/').at(-1) ?? '';

  test('an invitation works once, for seven days, for its owner', async () => {
    const id = await createOrganizer(ctx, {
      email: 'luz@archive.example',
      name: 'Luz',
      role: 'captioner',
      locale: 'es'
    });
    const link = await makePasswordLink(ctx, id);
    expect(new URL(link).pathname).toMatch(/^\/es\/contrasena\//);
    now += 6 * 86_400_000;
    expect(await takePasswordLink(ctx, codeIn(link), good)).toBe(id);
    expect(await codeOf(takePasswordLink(ctx, codeIn(link), `${good} again`))).toBe('password-link.gone');
    expect(await codeOf(signIn(ctx, new Attempts(), { email: 'luz@archive.example', password: good, address }))).toBe(
      'done'
    );
  });
  test('of two who use it at once, one sets the password', async () => {
    const id = await createOrganizer(ctx, { email: 'luz@archive.example', name: 'Luz', role: 'captioner' });
    const code = codeIn(await makePasswordLink(ctx, id));
    const all = await Promise.all(
      ['first', 'second'].map((one) => codeOf(takePasswordLink(ctx, code, `${good} ${one}`)))
    );
    expect(all.sort()).toEqual(['done', 'password-link.gone']);
  });
  test('it is nothing when it is old, changed, or its owner’s account is closed', async () => {
    const id = await person('editor');
    const code = codeIn(await makePasswordLink(ctx, id));
    const [owner = '', expires = '', signature = ''] = code.split('.');
    const later = (parseInt(expires, 36) + 1).toString(36);
    const others = [`${owner}.${later}.${signature}`, `x.${expires}.${signature}`, `${owner}.${expires}.`, '', '...'];
    for (const other of others) expect(await readPasswordLink(ctx, other), other).toBeNull();
    await changeOrganizer(ctx, id, { disabled: true });
    expect(await readPasswordLink(ctx, code)).toBeNull();
    await changeOrganizer(ctx, id, { disabled: false });
    expect(await readPasswordLink(ctx, code)).not.toBeNull();
    now += 86_400_000;
    expect(await readPasswordLink(ctx, code)).toBeNull();
  });
  test('who asks for one is answered alike; the letter is queued by address, and no link lies in the database', async () => {
    await person('editor');
    const withMail: Ctx = { ...ctx, config: { ...ctx.config, smtpUrl: 'smtp://127.0.0.1:1' } };
    await askForLink(withMail, 'editor@archive.example');
    await askForLink(withMail, 'nobody@archive.example');
    const rows = await ctx.read.select().from(jobs);
    expect(rows.map(({ payload }) => payload)).toEqual([
      { kind: 'link', email: 'editor@archive.example' },
      { kind: 'link', email: 'nobody@archive.example' }
    ]);
  });
});

describe('who may do what', () => {
  const viewers: [string, Viewer][] = [
    ['a visitor', anonymous],
    ...roles.map((role): [string, Viewer] => [role, { kind: 'organizer', userId: 'x', role }])
  ];
  test.each(viewers)('%s', async (who, viewer) => {
    const id = await person('editor');
    const asked = asViewer(ctx, viewer);
    const all = [
      createOrganizer(asked, { email: 'new@archive.example', name: 'N', role: 'editor' }),
      listOrganizers(asked),
      makePasswordLink(asked, id),
      changeOrganizer(asked, id, { name: 'Other' })
    ];
    const expected = who === 'admin' ? 'done' : 'not-allowed';
    expect(await Promise.all(all.map(codeOf))).toEqual(all.map(() => expected));
  });
  test('somebody who may let others in is always left', async () => {
    const first = await person('admin');
    expect(await codeOf(changeOrganizer(ctx, first, { role: 'editor' }))).toBe('organizer.last-admin');
    expect(await codeOf(changeOrganizer(ctx, first, { disabled: true }))).toBe('organizer.last-admin');
    const second = await person('admin', 'second@archive.example');
    await changeOrganizer(ctx, second, { seriesIds: ['tour'] }); // and lets nobody in from then on
    expect(await codeOf(changeOrganizer(ctx, first, { seriesIds: ['tour'] }))).toBe('organizer.last-admin');
    await changeOrganizer(ctx, second, { seriesIds: null });
    expect(await codeOf(changeOrganizer(ctx, first, { role: 'editor' }))).toBe('done');
    expect(await codeOf(changeOrganizer(ctx, second, { disabled: true }))).toBe('organizer.last-admin');
  });
  test('one address, one account, however it is written', async () => {
    await person('editor', 'Ana@Archive.example');
    expect(await codeOf(person('editor', ' ana@archive.EXAMPLE '))).toBe('organizer.exists');
  });
  test('no password is in the log', async () => {
    await person('editor');
    expect(JSON.stringify(await ctx.read.select().from(audit))).not.toContain(good);
  });
});

describe('one’s own account', () => {
  test('changing the password asks for the old one, and tells the owner', async () => {
    const id = await person('editor');
    const own = as(id);
    expect(await codeOf(confirmPassword(own, new Attempts(), 'wrong', address))).toBe('password.wrong');
    await confirmPassword(own, new Attempts(), good, address);
    await changePassword(own, 'a second sentence of mine');
    expect(
      await codeOf(signIn(ctx, new Attempts(), { email: 'editor@archive.example', password: good, address }))
    ).toBe('sign-in.wrong');
    expect((await noticesOf(ctx, id)).map(({ kind }) => kind)).toEqual(['password-changed']);
  });
  test('visitors and commands have none', async () => {
    expect(await codeOf(changePassword(ctx, good))).toBe('not-allowed');
    expect(await codeOf(secondFactorOf(asViewer(ctx, anonymous), 's'))).toBe('not-allowed');
  });
});

describe('the second step', () => {
  const appOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) });

  async function withApp() {
    const id = await person('editor');
    const { proposed } = await secondFactorOf(as(id), 'session');
    if (!proposed) throw new Error('nothing was proposed');
    const app = appOf(proposed.secret);
    const codes = await addApp(as(id), proposed.sealed, app.generate({ timestamp: now }));
    return { id, app, codes: codes ?? [], attempts: new Attempts() };
  }

  test('an app that was set up is asked for; its key is nowhere in the clear', async () => {
    const { id, app } = await withApp();
    const signed = await signIn(ctx, new Attempts(), { email: 'editor@archive.example', password: good, address });
    expect(signed).toEqual({ userId: id, needsSecondFactor: true });
    const [row] = await ctx.read.select().from(organizers).where(eq(organizers.id, id));
    expect(row?.totpSecret).not.toContain(app.secret.base32);
  });
  test('a key that was proposed to somebody else, or a wrong first code, is not taken', async () => {
    const [id, other] = [await person('editor'), await person('publisher')];
    const { proposed } = await secondFactorOf(as(id), 'session');
    const code = appOf(proposed?.secret ?? '').generate({ timestamp: now });
    expect(await codeOf(addApp(as(other), proposed?.sealed ?? '', code))).toBe('code.wrong');
    expect(await codeOf(addApp(as(id), proposed?.sealed ?? '', code === '000000' ? '000001' : '000000'))).toBe(
      'code.wrong'
    );
    expect(await codeOf(addApp(as(id), 'forged', code))).toBe('code.wrong');
  });
  test('a code works once, a minute early or late at most, and never an older one after it', async () => {
    const { id, app, attempts } = await withApp();
    const at = (shiftMs: number) =>
      codeOf(answerWithCode(ctx, attempts, id, app.generate({ timestamp: now + shiftMs })));
    expect(await at(0)).toBe('code.wrong'); // that of setting it up
    now += 60_000;
    expect(await at(0)).toBe('done');
    expect(await at(0)).toBe('code.wrong');
    expect(await at(-30_000)).toBe('code.wrong');
    now += 300_000;
    expect(await at(90_000)).toBe('code.wrong');
    expect(await at(30_000)).toBe('done');
  });
  test('after five wrong codes even the right one waits', async () => {
    const { id, app, attempts } = await withApp();
    now += 60_000;
    for (let i = 0; i < 5; i++) expect(await codeOf(answerWithCode(ctx, attempts, id, 'abcdef'))).toBe('code.wrong');
    expect(await codeOf(answerWithCode(ctx, attempts, id, app.generate({ timestamp: now })))).toBe('sign-in.wait');
  });
  test('ten codes on paper, each once, however they are typed; the owner is told', async () => {
    const { id, codes, attempts } = await withApp();
    expect(codes).toHaveLength(10);
    const [first = '', second = ''] = codes;
    expect(await codeOf(answerWithCode(ctx, attempts, id, first.toUpperCase().replaceAll('-', ' ')))).toBe('done');
    expect(await codeOf(answerWithCode(ctx, attempts, id, first))).toBe('code.wrong');
    expect(await codeOf(answerWithCode(ctx, attempts, id, second))).toBe('done');
    expect((await noticesOf(ctx, id)).map(({ kind }) => kind)).toContain('recovery-code-used');
    expect(JSON.stringify(await ctx.read.select().from(recoveryCodes))).not.toContain(first);
    expect((await secondFactorOf(as(id), 'session')).codesLeft).toBe(8);
  });
  test('without the last second step there are no codes on paper either', async () => {
    const { id, codes, attempts } = await withApp();
    await removeFactor(as(id), 'app');
    expect(await codeOf(answerWithCode(ctx, attempts, id, codes[0] ?? ''))).toBe('code.wrong');
    const signed = await signIn(ctx, new Attempts(), { email: 'editor@archive.example', password: good, address });
    expect(signed.needsSecondFactor).toBe(false);
  });
  test('what was sealed for one use opens for that use only', () => {
    const { dataDir } = ctx.config;
    const sealed = seal(dataDir, 'one', 'words');
    expect(unseal(dataDir, 'one', sealed)).toBe('words');
    for (const [use, text] of [
      ['two', sealed],
      ['one', `${sealed.slice(0, -2)}AA`],
      ['one', ''],
      ['one', 'AAAA']
    ] as const)
      expect(unseal(dataDir, use, text)).toBeNull();
  });
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig, settings } from '#lib/server/config.ts';
import { root } from '#lib/server/root.ts';

test('without any setting: loopback, port 3000, data/archive', () => {
  const config = readConfig({});
  expect(config.publicUrl.href).toBe('http://localhost:3000/');
  expect(config.hosts).toEqual(['localhost:3000', '127.0.0.1:3000', '[::1]:3000']);
  expect(config.host).toBe('127.0.0.1');
  expect(config.dataDir).toBe(fileURLToPath(new URL('data/archive', root)));
  expect(config.databaseUrl).toBe(fileURLToPath(new URL('data/archive/acervo.db', root)));
});

test('another port moves the address too', () => {
  expect(readConfig({ PORT: '8080' }).hosts).toEqual(['localhost:8080', '127.0.0.1:8080', '[::1]:8080']);
});

test('port 80 does not stand in a Host header', () => {
  expect(readConfig({ PORT: '80' }).hosts).toEqual(['localhost', '127.0.0.1', '[::1]']);
});

test('a public address is the only one', () => {
  expect(readConfig({ PUBLIC_URL: 'https://archivo.example', PORT: '8080' }).hosts).toEqual(['archivo.example']);
});

test('proxies by address and network', () => {
  const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,fd00::/8' });
  expect(trustedProxies.check('10.200.3.4')).toBe(true);
  expect(trustedProxies.check('fd00::1', 'ipv6')).toBe(true);
  expect(trustedProxies.check('11.0.0.1')).toBe(false);
});

describe('stops the start', () => {
  test.each([
    [{ PUBLIC_URL: 'archivo.example' }, 'PUBLIC_URL="archivo.example"'],
    [{ PUBLIC_URL: 'ftp://archivo.example' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'https://archivo.example/archive' }, 'without a path'],
    [{ PUBLIC_URL: 'https://user:word@archivo.example' }, 'PUBLIC_URL'],
    [{ PORT: '0' }, 'PORT="0"'],
    [{ PORT: '65536' }, '1 to 65535'],
    [{ PORT: '80a' }, 'PORT="80a"'],
    [{ PORT: '' }, 'PORT=""'],
    [{ HOST: 'archivo.example' }, 'HOST'],
    [{ DATA_DIR: '' }, 'DATA_DIR'],
    [{ DATABASE_URL: 'mysql://localhost' }, 'postgres://'],
    [{ TRUSTED_PROXIES: 'proxy' }, 'TRUSTED_PROXIES="proxy"'],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, 'TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.1,,10.0.0.2' }, 'TRUSTED_PROXIES'],
    [{ SHUTDOWN_TIMEOUT: '-1' }, 'SHUTDOWN_TIMEOUT'],
    [{ LOG_LEVEL: 'loud' }, 'debug, info'],
    [{ ACERVO_PORT: '3000' }, 'ACERVO_PORT is not a setting'],
    [{ ACERVO_PUBLIC_URL: 'x' }, 'Did you mean PUBLIC_URL?'],
    [{ TRUSTED_PROXY: '10.0.0.1' }, 'TRUSTED_PROXIES'],
    [{ DATABASE_URI: 'x' }, 'Did you mean DATABASE_URL?'],
    [{ PUBLICURL: 'x' }, 'Did you mean PUBLIC_URL?']
  ])('%j', (environment, words) => {
    const read = () => readConfig(environment);
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(words);
    expect(read).not.toThrow('\n');
  });

  test('without showing a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://acervo:secret@localhost/a' })).toThrow(/^(?!.*secret)/);
  });
});

test('what other programs read is left alone', () => {
  expect(() =>
    readConfig({ ACERVO_SHARED: '/x', POST: 'x', HOSTNAME: 'x', XDG_DATA_DIRS: 'x', PATH: 'x' })
  ).not.toThrow();
});

test('docs/operating.md names every setting with what it takes', () => {
  const operating = readFileSync(new URL('docs/operating.md', root), 'utf8');
  for (const [name, { allowed, fallback }] of Object.entries(settings)) {
    expect(operating).toMatch(new RegExp(`\\| \`${name}\` +\\|`));
    expect(operating).toContain(allowed);
    expect(operating).toContain(fallback);
  }
});

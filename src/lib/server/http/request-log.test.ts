import { expect, test } from 'vitest';
import { loggedPath } from '#lib/server/http/request-log.ts';

test.each([
  ['/en/recordings/words?q=who+asked', '/en/recordings/words'],
  ['/en/preview/s3cret', '/en/preview/…'],
  ['/es/vista-previa/s3cret/f', '/es/vista-previa/…/f'],
  ['/preview/s3cret', '/preview/…'],
  ['/en/pre%76iew/s3cret', '/en/pre%76iew/…'],
  ['/en/password/s3cret', '/en/password/…'],
  ['/es/contrasena/s3cret?x=1', '/es/contrasena/…'],
  ['/en/setup?token=s3cret', '/en/setup'],
  ['/es/preparar/s3cret', '/es/preparar/…'],
  ['/en/sign-in/s3cret', '/en/sign-in/…'],
  ['/es/entrar/segundo-paso', '/es/entrar/segundo-paso'],
  ['/en/sign-in/forgot', '/en/sign-in/forgot'],
  ['/en/manage/events/talk/preview', '/en/manage/events/talk/preview'],
  ['/es//vista-previa//s3cret', '/es//vista-previa//…'],
  ['/%E0%A4%A', '/%E0%A4%A']
])('of %s the log keeps %s', (url, kept) => {
  expect(loggedPath(url)).toBe(kept);
});

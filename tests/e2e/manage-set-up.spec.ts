import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathIn } from '#lib/domain/i18n/paths.ts';
import { expect, test } from '../support/sign-in.ts';

/** A server of its own, on an archive where nobody may sign in yet. */
async function freshServer(port: number): Promise<{ origin: string; token: () => string; stop: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'acervo-set-up-'));
  const { PUBLIC_URL: _, DATABASE_URL: __, ...rest } = process.env;
  const env = { ...rest, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['build/start.js'], { env });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  await expect.poll(() => text, { timeout: 30_000 }).toContain('is open at');
  return {
    origin: `http://localhost:${String(port)}`,
    token: () => /with this token: (\S+)/.exec(text)?.[1] ?? '',
    stop: () => {
      child.once('close', () => rmSync(folder, { recursive: true, force: true }));
      child.kill();
    }
  };
}

test.describe('set-up', () => {
  const port = Number(process.env.TEST_PORT ?? 4173) + 2;
  test.use({ baseURL: `http://localhost:${String(port)}` });

  test('the token that the start printed makes one organizer, who is asked who answers for the archive', async ({
    page,
    expectedErrors
  }) => {
    expectedErrors.push(403, 404);
    const server = await freshServer(port);
    try {
      await page.goto(pathIn('es', 'sign-in'));
      await page.getByRole('link', { name: 'Todavía nadie puede entrar: preparar el archivo' }).click();
      await page.getByLabel('Clave de un solo uso').fill('AAAAA-AAAAA-AAAAA-AAAAA');
      await page.getByLabel('Su nombre').fill('Ana');
      await page.getByLabel('Correo electrónico').fill('ana@example.org');
      const fillPasswords = async () => {
        await page.getByLabel('Contraseña').fill('un coro bajo la lluvia');
        await page.getByLabel('La misma, otra vez').fill('un coro bajo la lluvia');
      };
      await fillPasswords();
      await page.locator('#responsibleBody-en').fill('The choir');
      await page.locator('#responsibleBody-es').fill('El coro');
      await page.getByLabel('Dirección para quienes leen').fill('coro@example.org');
      await page.getByRole('button', { name: 'Crear la cuenta y empezar' }).click();
      await expect(page.getByRole('alert')).toContainText('Esta no es la clave');
      // what was typed is still there, but for passwords
      await expect(page.locator('#responsibleBody-es')).toHaveValue('El coro');
      await page.getByLabel('Clave de un solo uso').fill(server.token().toLowerCase());
      await fillPasswords();
      await page.getByRole('button', { name: 'Crear la cuenta y empezar' }).click();
      await expect(page).toHaveURL(pathIn('es', 'manage'));
      await page.goto(pathIn('es'));
      await expect(page.locator('footer')).toContainText('El coro');
      await expect(page.locator('footer')).toContainText('coro@example.org');
      expect((await page.goto(pathIn('es', 'setup')))?.status()).toBe(404);
    } finally {
      server.stop();
    }
  });
});

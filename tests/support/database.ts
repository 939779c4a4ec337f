import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import connect from 'postgres';

/**
 * An empty database for one test file or one test, as DATABASE_URL says: a new one on that PostgreSQL server, else an
 * SQLite file in `folder`.
 */
export async function freshDatabaseUrl(folder: string): Promise<string> {
  const server = process.env.DATABASE_URL;
  if (!server) return join(folder, 'acervo.db');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const client = connect(server, { max: 1, onnotice: () => undefined });
  await client.unsafe(`create database ${name} template template0`);
  await client.end();
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

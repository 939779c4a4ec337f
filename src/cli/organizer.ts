import { Command, Option } from 'commander';
import { roles, type Role } from '#lib/domain/access/viewer.ts';
import { locales, type Locale } from '#lib/domain/i18n/locale.ts';
import type { Output } from './output.ts';
import { CommandFailed, run, withArchive } from './run.ts';

interface CreateOptions {
  email: string;
  name?: string;
  role: Role;
  locale: Locale;
  passwordStdin?: boolean;
  json?: boolean;
}

/** The first line that is piped in. A password as an argument would stand in the list of processes. */
async function readPassword(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  const [line = ''] = text.split(/\r?\n/);
  if (!line) throw new CommandFailed('No password came on standard input.');
  return line;
}

async function create(out: Output, { email, name, role, locale, passwordStdin }: CreateOptions): Promise<void> {
  const { createOrganizer, makePasswordLink } = await import('#lib/server/auth/index.ts');
  const password = passwordStdin ? await readPassword() : null;
  const made = await withArchive('cli', async (ctx) => {
    const id = await createOrganizer(ctx, {
      email,
      name: name ?? email.split('@')[0] ?? email,
      role,
      locale,
      password
    });
    return { id, link: password ? null : await makePasswordLink(ctx, id) };
  });
  out.say(`${email} may sign in as ${role}.`);
  if (made.link) out.say(`A password is chosen at this address, which works once and for seven days:\n${made.link}`);
  out.data({ ...made, email, role });
}

async function list(out: Output): Promise<void> {
  const { listOrganizers } = await import('#lib/server/auth/index.ts');
  const all = await withArchive('cli', listOrganizers);
  if (all.length === 0) out.say('Nobody may sign in yet. See: acervo organizer create --help');
  for (const organizer of all) {
    const marks = [organizer.disabled && 'closed', organizer.invited && 'invited'].filter(Boolean).join(', ');
    out.say(`${organizer.email}  ${organizer.role}  ${organizer.name}${marks ? `  (${marks})` : ''}`);
    out.data(organizer);
  }
}

async function resetPassword(out: Output, email: string): Promise<void> {
  const { listOrganizers, makePasswordLink } = await import('#lib/server/auth/index.ts');
  const link = await withArchive('cli', async (ctx) => {
    const found = (await listOrganizers(ctx)).find((one) => one.email === email.trim().toLowerCase());
    if (!found) throw new CommandFailed(`Nobody has the address ${email}. See: acervo organizer list`);
    return makePasswordLink(ctx, found.id);
  });
  out.say(`A new password is chosen at this address, which works once and for a day:\n${link}`);
  out.data({ email, link });
}

const json = ['--json', 'answer with one JSON object a line'] as const;

export function organizerCommand(): Command {
  const command = new Command('organizer').description('who may sign in');
  command
    .command('create')
    .description('let somebody sign in; prints a link at which they choose their password')
    .requiredOption('--email <address>', 'their e-mail address')
    .option('--name <name>', 'as other organizers see them')
    .addOption(new Option('--role <role>', 'what they may do').choices(roles).default('admin'))
    .addOption(new Option('--locale <language>', 'the language of mail to them').choices(locales).default('en'))
    .option('--password-stdin', 'take the password from the first line of standard input instead')
    .option(...json)
    .addHelpText(
      'after',
      '\nExamples:\n  acervo organizer create --email ana@example.org --name "Ana" --role publisher'
    )
    .action((options: CreateOptions) => run(options, (out) => create(out, options)));
  command
    .command('list')
    .description('who may sign in, and as what')
    .option(...json)
    .action((options: { json?: boolean }) => run(options, list));
  command
    .command('reset-password')
    .description('print a link at which somebody chooses a new password')
    .argument('<email>', 'their e-mail address')
    .option(...json)
    .action((email: string, options: { json?: boolean }) => run(options, (out) => resetPassword(out, email)));
  return command;
}

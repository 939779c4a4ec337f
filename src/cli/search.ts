import type { Command } from 'commander';
import { clock } from '#lib/domain/recordings/timecode.ts';
import type { Output } from './output.ts';
import { createProgress } from './progress.ts';
import { CommandFailed, run, withArchive } from './run.ts';

interface Options {
  lang?: string;
  limit?: string;
  json?: boolean;
}

async function find(out: Output, words: string[], options: Options): Promise<void> {
  const { apiAnswer, noChoices, openSearch, searchMoments } = await import('#lib/server/search/index.ts');
  const perPage = Number(options.limit ?? '50');
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > 200) {
    throw new CommandFailed('--limit: a whole number from 1 to 200.');
  }
  const languages = options.lang === undefined || options.lang === 'all' ? [] : [options.lang.toLowerCase()];
  const answer = await withArchive('search', async (ctx) => {
    const search = openSearch(ctx);
    try {
      const question = { q: words.join(' '), choices: { ...noChoices(), languages }, order: 'best' as const };
      const result = await searchMoments(ctx, search, {
        ...question,
        page: 1,
        perPage,
        heads: false,
        facets: false,
        expandWithout: null
      });
      return apiAnswer(result, { page: 1, perPage, origin: ctx.config.publicUrl.origin });
    } finally {
      await search.close();
    }
  });
  out.data(answer);
  out.say(`${String(answer.total)} moments`);
  let last = '';
  for (const { recording, startMs, matches, speakers } of answer.moments) {
    if (recording !== last) out.say(`\n${(last = recording)}`);
    out.say(`  ${clock(startMs)}${speakers.length > 0 ? ` ${speakers.join(', ')}` : ''}`);
    for (const { lang, text, voice } of matches) out.say(`    ${lang}, ${voice}: ${text}`);
  }
}

async function renew(out: Output, everything: boolean): Promise<void> {
  const { rebuildIndex, refreshIndex } = await import('#lib/server/search/index.ts');
  const { keepPromises } = await import('#lib/server/records/index.ts');
  const bar = { current: null as ReturnType<typeof createProgress> | null };
  const onIndexed = (done: number, total: number) => {
    if (out.json || total < 20_000) return;
    bar.current ??= createProgress({ label: 'Indexing cues', total });
    bar.current.at(done, '');
  };
  const done = await withArchive('search', async (ctx) => {
    await keepPromises(ctx);
    return (everything ? rebuildIndex : refreshIndex)(ctx, onIndexed);
  });
  bar.current?.end();
  out.data(done);
  out.say(`${String(done.indexed)} recordings taken in, ${String(done.removed)} taken out`);
}

async function check(out: Output): Promise<void> {
  const { checkIndex } = await import('#lib/server/search/index.ts');
  const { faults, ...counts } = await withArchive('search', (ctx) => checkIndex(ctx));
  for (const fault of faults) {
    out.data({ fault });
    if (!out.json) out.complain(`${fault.code}: ${Object.values(fault.data).join(' ')}`);
  }
  out.data(counts);
  out.say(
    `${String(counts.segments)} segments, ${String(counts.documents)} recordings, ${String(counts.terms)} words: ${faults.length === 0 ? 'right' : 'not right, run: acervo search rebuild'}`
  );
  if (faults.length > 0) process.exitCode = 1;
}

/** `acervo search …` */
export function registerSearch(program: Command): void {
  const search = program
    .command('search')
    .description('moments in which words were said; and the index that finds them')
    .argument('[words...]', 'words, "phrases", -excluded, begin*, a OR b, lang:es, speaker:"…", year:2020')
    .option('--lang <language>', 'en, es or another tag; without it all languages')
    .option('--limit <count>', 'at most so many moments, up to 200', '50')
    .option('--json', 'answer with one JSON object, as GET /api/v1/search does')
    .addHelpText(
      'after',
      `
Exit code: 0 done (also when nothing was found), 1 not done or the index is not right, 2 wrong usage.

Examples:
  acervo search desaparecidos
  acervo search '"tercer país seguro"' --lang es --json
  acervo search check`
    )
    .action((words: string[], options: Options) =>
      words.length === 0 ? search.help() : run(options, (out) => find(out, words, options))
    );
  const json = ['--json', 'answer with JSON objects'] as const;
  search
    .command('rebuild')
    .description('make the index anew from the captions; searches go on meanwhile')
    .option(...json)
    .action((_: unknown, command: Command) => run(command.optsWithGlobals(), (out) => renew(out, true)));
  search
    .command('refresh')
    .description('take in what was changed; a running server does it by itself')
    .option(...json)
    .action((_: unknown, command: Command) => run(command.optsWithGlobals(), (out) => renew(out, false)));
  search
    .command('check')
    .description('compare the index with the captions')
    .option(...json)
    .action((_: unknown, command: Command) => run(command.optsWithGlobals(), check));
}

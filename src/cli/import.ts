import { Command } from 'commander';
import { isLocale, type Locale } from '#lib/domain/i18n/locale.ts';
import { importBag } from './import-bag.ts';
import type { Output } from './output.ts';
import { createProgress, noProgress, type Progress } from './progress.ts';
import { CommandFailed, run, withArchive } from './run.ts';

interface Options {
  dryRun?: boolean;
  publish?: boolean;
  theirs?: boolean;
  ours?: boolean;
  withoutStandIns?: boolean;
  lang?: string;
  json?: boolean;
}

/** --lang, else the language of the terminal. */
function localeOf({ lang }: Options): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const wanted = (lang ?? LC_ALL ?? LC_MESSAGES ?? LANG ?? 'en').slice(0, 2);
  return isLocale(wanted) ? wanted : 'en';
}

const labels = {
  en: { check: 'Checking recordings', write: 'Writing captions', index: 'Indexing captions' },
  es: {
    check: 'Revisando las grabaciones',
    write: 'Escribiendo los subtítulos',
    index: 'Preparando la búsqueda'
  }
};

type Phase = keyof (typeof labels)['en'];
type OnProgress = (phase: Phase, done: number, total: number, what: string) => void;

/** A bar for each of the long parts; none for a handful of files, which are done before it could be read. */
function progressBars(locale: Locale, quiet: boolean): { onProgress: OnProgress; end: () => void } {
  let phase: Phase | null = null;
  let bar: Progress = noProgress;
  return {
    onProgress(now, done, total, what) {
      if (quiet || total < (now === 'check' ? 20 : 20_000)) return;
      if (phase !== now) {
        if (phase) bar.end();
        phase = now;
        bar = createProgress({ label: labels[locale][now], total });
      }
      bar.at(done, what);
    },
    end: () => {
      if (phase) bar.end();
    }
  };
}

async function importInto(out: Output, folders: string[], options: Options): Promise<void> {
  const { isBag } = await import('#lib/server/bag/index.ts');
  if (folders.some(isBag)) return importBag(out, folders, options);
  const { importFolders } = await import('#lib/server/import/index.ts');
  const { keepPromises } = await import('#lib/server/records/index.ts');
  const { leaveIndex, refreshIndex } = await import('#lib/server/search/index.ts');
  const { conflictText, importProblemLine, importSummaryText } = await import('#lib/domain/i18n/messages/import.ts');
  if (options.theirs && options.ours) throw new CommandFailed('Choose one of --theirs and --ours.');
  const locale = localeOf(options);
  const winner = options.theirs ? 'theirs' : options.ours ? 'ours' : 'none';
  const { onProgress, end } = progressBars(locale, out.json);
  const report = await withArchive('import', async (ctx) => {
    const imported = await importFolders(ctx, {
      onProgress,
      folders,
      winner,
      hooks: [leaveIndex],
      dryRun: options.dryRun ?? false,
      publish: options.publish ?? false,
      withoutStandIns: options.withoutStandIns ?? false
    });
    if (!options.dryRun && imported.problems.length === 0) {
      await keepPromises(ctx);
      await refreshIndex(ctx, (done, total) => onProgress('index', done, total, ''));
    }
    return imported;
  });
  end();
  for (const problem of report.problems) {
    out.data({ problem });
    if (!out.json) out.complain(importProblemLine(problem, locale));
  }
  for (const conflict of report.conflicts) {
    out.data({ conflict });
    if (!out.json) out.complain(conflictText(conflict, locale));
  }
  out.data({ summary: report.counts });
  out.say(importSummaryText(report.counts, options.dryRun ?? false, locale));
  if (report.problems.length > 0) process.exitCode = 1;
  else if (report.conflicts.length > 0) process.exitCode = 3;
}

export const importCommand = (): Command =>
  new Command('import')
    .description('take folders in the import format into the archive')
    .argument('<folder...>', 'folders with archive.yaml or its sections, and with the files that they name')
    .option('--dry-run', 'say what would be done and do nothing')
    .option('--publish', 'what is new becomes public')
    .option('--theirs', 'where a field was changed in the file and here, take the file’s')
    .option('--ours', 'where a field was changed in the file and here, keep what is here')
    .option('--without-stand-ins', 'leave stand-in recordings out')
    .option('--lang <language>', 'en or es; without it the terminal’s')
    .option('--json', 'answer with one JSON object a line')
    .addHelpText(
      'after',
      `
Exit code: 0 done, 1 a problem and nothing written, 2 wrong usage, 3 done, but conflicts are left.

Examples:
  acervo import my-archive --dry-run
  acervo import seed captions --publish
  acervo import corrections --theirs --lang es`
    )
    .action((folders: string[], options: Options) => run(options, (out) => importInto(out, folders, options)));

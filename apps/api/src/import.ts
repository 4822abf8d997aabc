import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from './clock.ts';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment } from './env.ts';
import { commandActor } from './features/audit/record-change.ts';
import { importFiles } from './features/imports/import-files.ts';
import { EVERY_KIND } from './features/imports/kinds.ts';
import type { ImportedFile } from './features/imports/read-file.ts';
import { recordRun } from './features/imports/record-run.ts';
import { describeReport } from './features/imports/report-words.ts';
import { localeOf } from './graphql/locale.ts';

const USAGE = `npm run import -- FOLDER [--check] [--new-branches]
Takes the .csv, .tsv and .txt files of the folder in; with --check it only says what would happen.
Files that name a branch beside those that are there are taken in with --new-branches alone.
What the files may hold stands in docs/IMPORT.md.`;

let database: OpenDatabase | undefined;
try {
  const { folder, dryRun, newBranches } = readArguments();
  const environment = readEnvironment();
  const files = await readFolder(folder);
  database = await openDatabase(environment);
  const actor = commandActor('npm run import');
  const report = await importFiles(database.db, files, {
    dryRun,
    today: systemClock.today(),
    kinds: EVERY_KIND,
    ...(!newBranches && { newBranches: new Set<string>() }),
    by: actor.name,
    beforeCommit: (tx, done) => recordRun(tx, actor, done),
  });
  // What was planned for empty tables is planned anew at once, not when the database gets round to it.
  if (report.taken) await database.db.query('analyze');
  for (const line of describeReport(report, localeOf(environment.language, 'en')))
    process.stdout.write(`${line}\n`);
  const held = !dryRun && !report.taken;
  if (held || report.files.some(({ problem }) => problem !== null)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database?.close();
}

function readArguments(): { folder: string; dryRun: boolean; newBranches: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        'new-branches': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) throw new StartupError(`Name one folder.\n${USAGE}`);
    // Without the two dashes before them npm keeps options for itself, and says so here.
    const given = (name: 'check' | 'new-branches') =>
      values[name] || process.env[`npm_config_${name.replace('-', '_')}`] === 'true';
    return { folder, dryRun: given('check'), newBranches: given('new-branches') };
  } catch (error) {
    if (error instanceof TypeError) throw new StartupError(`${error.message}\n${USAGE}`);
    throw error;
  }
}

async function readFolder(folder: string): Promise<ImportedFile[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new StartupError(`The folder ${folder} cannot be read: ${error.message}`);
  });
  const tables = names.filter((name) => /\.(csv|tsv|txt)$/i.test(name)).toSorted();
  if (tables.length === 0) throw new StartupError(`There is no .csv, .tsv or .txt file in ${folder}.`);
  return Promise.all(tables.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}

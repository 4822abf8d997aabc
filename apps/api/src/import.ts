import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDatabase, type OpenDatabase } from './database/open-database.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment } from './env.ts';
import { importFiles, type ImportedFile } from './features/imports/import-files.ts';
import { describeReport } from './features/imports/report-words.ts';
import { localeOf } from './graphql/locale.ts';

/** `npm run import -- FOLDER [--check]`: takes the folder's files in; with --check only says what would happen. */
let database: OpenDatabase | undefined;
try {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (folder === undefined)
    throw new StartupError('Name the folder with the files: npm run import -- FOLDER [--check]');
  const environment = readEnvironment();
  const files = await readFolder(folder);
  const dryRun = process.argv.includes('--check');
  database = await openDatabase(environment);
  const report = await importFiles(database.db, files, { dryRun });
  for (const line of describeReport(report, localeOf(environment.language), dryRun))
    process.stdout.write(`${line}\n`);
  if (report.files.some(({ problem }) => problem !== null)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  await database?.close();
}

async function readFolder(folder: string): Promise<ImportedFile[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new StartupError(`The folder ${folder} cannot be read: ${error.message}`);
  });
  const tables = names.filter((name) => /\.(csv|tsv|txt)$/i.test(name)).toSorted();
  if (tables.length === 0) throw new StartupError(`There is no .csv, .tsv or .txt file in ${folder}.`);
  return Promise.all(tables.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { makeDataSource } from './database/data-source.ts';
import { startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { lockInstance } from './database/instance-lock.ts';
import { migrate } from './database/migrate.ts';
import { StartupError } from './database/startup-error.ts';
import { readEnvironment, type Environment } from './env.ts';
import { importFiles, type ImportedFile } from './features/imports/import-files.ts';
import { describeReport } from './features/imports/report-words.ts';
import { localeOf } from './graphql/locale.ts';

/** `npm run import -- FOLDER [--check]`: takes the folder's files in; with --check only says what would happen. */
const opened: (() => Promise<unknown>)[] = [];
try {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--'));
  if (folder === undefined)
    throw new StartupError('Name the folder with the files: npm run import -- FOLDER [--check]');
  const environment = readEnvironment();
  const files = await readFolder(folder);
  const dryRun = process.argv.includes('--check');
  const report = await importFiles(await open(environment), files, { dryRun });
  for (const line of describeReport(report, localeOf(environment.language), dryRun))
    process.stdout.write(`${line}\n`);
  if (report.files.some(({ problem }) => problem !== null)) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof StartupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  for (const close of opened.toReversed()) await close();
}

async function readFolder(folder: string): Promise<ImportedFile[]> {
  const names = await readdir(folder).catch((error: Error) => {
    throw new StartupError(`The folder ${folder} cannot be read: ${error.message}`);
  });
  const tables = names.filter((name) => /\.(csv|tsv|txt)$/i.test(name)).toSorted();
  if (tables.length === 0) throw new StartupError(`There is no .csv, .tsv or .txt file in ${folder}.`);
  return Promise.all(tables.map(async (name) => ({ name, content: await readFile(join(folder, name)) })));
}

async function open({ databaseUrl, dataDirectory }: Environment): Promise<DataSource> {
  let url = databaseUrl;
  if (url === undefined) {
    const lock = await lockInstance(dataDirectory);
    opened.push(() => lock.release());
    const postgres = await startEmbeddedPostgres({ directory: dataDirectory, durable: true });
    opened.push(() => postgres.stop());
    ({ url } = postgres);
  }
  const db = makeDataSource(url, (error) => process.stderr.write(`${error.message}\n`));
  opened.push(async () => db.isInitialized && db.destroy());
  await migrate(url, db);
  return db;
}

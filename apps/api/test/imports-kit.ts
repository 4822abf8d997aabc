import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import { importFiles, type ImportReport } from '../src/features/imports/import-files.ts';
import { EVERY_KIND } from '../src/features/imports/kinds.ts';
import type { ImportedFile } from '../src/features/imports/read-file.ts';
import { openTestkit, type Testkit } from './testkit.ts';

export const SAMPLE = new URL('../sample/brussels-2017/', import.meta.url);
/** The day of the imports. */
export const TODAY = '2018-02-01';
export let kit: Testkit;
export let files: ImportedFile[];
/** What was reported when the sample came in first. */
export let first: ImportReport;

/** A programme with the sample's files taken in, opened for the test file that imports this. */
beforeAll(async () => {
  kit = await openTestkit('2017-12-31');
  const names = (await readdir(SAMPLE)).filter((name) => name.endsWith('.csv'));
  files = await Promise.all(
    names.map(async (name) => ({ name, content: await readFile(new URL(name, SAMPLE)) })),
  );
  first = await importFiles(kit.db, files, { dryRun: false, today: TODAY, kinds: EVERY_KIND });
});
afterAll(() => kit.close());

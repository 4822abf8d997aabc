import { readdir, readFile } from 'node:fs/promises';
import { dayOfInstant } from '@tandem/domain/calendar-day';
import type { DataSource } from 'typeorm';
import { loadSampleRule } from '../allocation/sample-rule.sql.ts';
import { loadSampleRates } from '../analysis/sample-rates.sql.ts';
import { loadSampleTerms } from '../funding/sample-terms.sql.ts';
import { loadSampleHours } from '../in-kind/sample-hours.sql.ts';
import { loadSampleModel } from '../sroi/sample-model.sql.ts';
import { importFiles, type ImportReport } from './import-files.ts';
import { EVERY_KIND } from './kinds.ts';

/** Files of the sample programme: the spreadsheets of one measure in Brussels, with invented people. */
export const SAMPLE_FOLDER = new URL('../../../sample/brussels-2017/', import.meta.url);
/** The day on which the sample programme stands. */
export const SAMPLE_DAY = '2017-12-31';

/** Who made what there is of versions. */
const BY = 'Sample programme';

/** Takes the sample's files in, as an operator would, and what else its programme decided on and stands beside. */
export async function loadSampleProgramme(db: DataSource): Promise<ImportReport> {
  const names = (await readdir(SAMPLE_FOLDER)).filter((name) => name.endsWith('.csv'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, content: await readFile(new URL(name, SAMPLE_FOLDER)) })),
  );
  const report = await importFiles(db, files, {
    dryRun: false,
    today: dayOfInstant(new Date()),
    kinds: EVERY_KIND,
    by: BY,
  });
  await loadSampleRule(db, BY);
  await loadSampleHours(db, BY);
  await loadSampleTerms(db);
  await loadSampleModel(db, SAMPLE_DAY);
  await loadSampleRates(db);
  // A database that does not know yet how much it holds reads a coordinator's lists whole before it sorts them.
  await db.query('analyze');
  return report;
}

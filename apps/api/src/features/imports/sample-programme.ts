import { readdir, readFile } from 'node:fs/promises';
import { dayOfInstant } from '@tandem/domain/calendar-day';
import type { DataSource } from 'typeorm';
import { importFiles, type ImportReport } from './import-files.ts';

/** Files of the sample programme: the spreadsheets of one measure in Brussels, with invented people. */
export const SAMPLE_FOLDER = new URL('../../../sample/brussels-2017/', import.meta.url);
/** The day on which the sample programme stands. */
export const SAMPLE_DAY = '2017-12-31';

/** Takes the sample's files and its SROI model in, as an operator would. */
export async function loadSampleProgramme(db: DataSource): Promise<ImportReport> {
  const names = (await readdir(SAMPLE_FOLDER)).filter((name) => name.endsWith('.csv'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, content: await readFile(new URL(name, SAMPLE_FOLDER)) })),
  );
  const report = await importFiles(db, files, { dryRun: false, today: dayOfInstant(new Date()) });
  await loadSampleModel(db);
  // A database that does not know yet how much it holds reads a coordinator's lists whole before it sorts them.
  await db.query('analyze');
  return report;
}

/**
 * The value of a job to public authorities, from which the programme's headline of 18 euros follows. Proxy: yearly
 * public cost of a person out of work in Belgium in 2010 (IDEA Consult for EFSI, 2012: 33 443 euros). Deadweight:
 * one less 28 % over 55.35 %, the share that would have found work anyway.
 */
async function loadSampleModel(db: DataSource): Promise<void> {
  await db.query(
    `with model as (
       insert into sroi_model (name, discount_rate, discount_convention) values ('Brussels 2015-2017', 0.035, 'END_OF_YEAR')
       on conflict (name) do nothing returning id)
     insert into sroi_row (model_id, position, stakeholder, outcome, quantity_metric, proxy_cents, proxy_year, proxy_country, proxy_source,
       deadweight, displacement, attribution, drop_off, duration_years, first_year, evidence_grade)
     select id, 1, 'PUBLIC_AUTHORITIES', 'Mentees in work', 'EMPLOYMENT_RATE', 3344300, 2010, 'BE',
       'IDEA Consult for EFSI, December 2012: Socio-economic cost of a person out of work', 0.5054, 0, 0, 0.1, 3, 1, 'PUBLISHED' from model`,
  );
}

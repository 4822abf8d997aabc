import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { loadSampleProgramme, SAMPLE_FOLDER } from '../src/features/imports/sample-programme.ts';

/** Loads the sample programme and answers with what must be counted from it. */
export async function importSample(db: DataSource): Promise<any> {
  await loadSampleProgramme(db);
  return JSON.parse(await readFile(new URL('expected.json', SAMPLE_FOLDER), 'utf8'));
}

import { STANDARD_THRESHOLDS, type Thresholds } from '@tandem/domain/thresholds';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';

const ALL = 'all';
const load = defineLoader<Thresholds>(async (_, { db }) => {
  const rows: { name: string; value: number }[] = await db.query(
    'select distinct on (name) name, value from disclosure_threshold order by name, set_at desc, id desc',
  );
  const set = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
  return new Map([[ALL, { ...STANDARD_THRESHOLDS, ...set }]]);
}, STANDARD_THRESHOLDS);

/** The limits of disclosure control in force, read once a request. */
export function thresholdsOf(context: Context): Promise<Thresholds> {
  return load(context, ALL);
}

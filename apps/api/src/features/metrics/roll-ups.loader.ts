import type { KeptMonth, RolledUp } from '@tandem/metrics/rolled-up';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { ROLL_UPS } from './roll-ups.ts';

/** What the database says of each source in the moment of the request. */
interface State {
  readonly sources: readonly { source: string; digest: string; edition: string }[] | null;
  readonly stale: readonly { fact: string; month: string }[] | null;
}

/** Months of a source as they were made; they stay as they are until its next edition. */
const made = new Map<string, { readonly edition: string; readonly months: readonly KeptMonth[] }>();

const ALL = 'all';
const load = defineLoader<RolledUp | undefined>(async (_, context) => {
  const [state]: State[] = await context.db.query(
    `select (select json_agg(rollup_source) from rollup_source) as sources,
       (select json_agg(marked) from (select distinct fact, month from rollup_stale) as marked) as stale`,
  );
  const sources = new Map((state?.sources ?? []).map((row) => [row.source, row]));
  const stale = new Set((state?.stale ?? []).map(({ fact, month }) => `${fact} ${month}`));
  const months = new Map<string, readonly KeptMonth[]>();
  for (const { source, digest } of ROLL_UPS) {
    const row = sources.get(source.name);
    if (row?.digest !== digest) continue;
    const all = await monthsOf(context, source.name, row.edition);
    months.set(
      source.name,
      all.filter(({ month }) => !stale.has(`${source.fact} ${month}`)),
    );
  }
  return new Map([[ALL, { months, branchIds: context.viewer?.branchIds ?? undefined }]]);
}, undefined);

async function monthsOf(context: Context, source: string, edition: string): Promise<readonly KeptMonth[]> {
  const known = made.get(source);
  if (known?.edition === edition) return known.months;
  const months: KeptMonth[] = await context.db.query(
    'select month, settled_on::text[] as "settledOn" from rollup_month where source = $1 order by month',
    [source],
  );
  made.set(source, { edition, months });
  return months;
}

/** Which months of which sources are kept and equal to the facts in the request's moment. */
export function rolledUpFor(context: Context): Promise<RolledUp | undefined> {
  return load(context, ALL);
}

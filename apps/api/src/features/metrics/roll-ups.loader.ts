import type { Kept, KeptMonth } from '@tandem/metrics/kept-months';
import type { RolledUp } from '@tandem/metrics/rolled-up';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { MONTHS_OF_SOURCE, ROLL_UPS } from './roll-ups.ts';

/** What the database says of each source in the moment of the request. */
interface SourceRow {
  readonly source: string;
  readonly digest: string;
  readonly edition: string;
}
interface State {
  readonly sources: readonly SourceRow[] | null;
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
  const rows = new Map((state?.sources ?? []).map((row) => [row.source, row]));
  const staleOf = Map.groupBy(state?.stale ?? [], ({ fact }) => fact);
  const sources = new Map<string, Kept>();
  for (const { name, fact, digest } of ROLL_UPS) {
    const row = rows.get(name);
    if (row?.digest !== digest) continue;
    const months = await monthsOf(context, row);
    const stale = new Set(staleOf.get(fact)?.map(({ month }) => month));
    sources.set(name, { months: months.filter(({ month }) => !stale.has(month)), stale: [...stale] });
  }
  return new Map([[ALL, { sources, branchIds: context.viewer?.branchIds ?? undefined }]]);
}, undefined);

async function monthsOf(context: Context, { source, edition }: SourceRow): Promise<readonly KeptMonth[]> {
  const known = made.get(source);
  if (known?.edition === edition) return known.months;
  const months: KeptMonth[] = await context.db.query(MONTHS_OF_SOURCE, [source]);
  made.set(source, { edition, months });
  return months;
}

/** Which months of which sources are kept and equal to the facts in the request's moment. */
export function rolledUpFor(context: Context): Promise<RolledUp | undefined> {
  return load(context, ALL);
}

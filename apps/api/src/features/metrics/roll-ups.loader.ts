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

/** Months of a source as they were made, where none is marked; they stay as they are until its next edition. */
const made = new Map<string, { readonly edition: string; readonly kept: Kept }>();

const ALL = 'all';
const load = defineLoader<RolledUp | undefined>(async (_, context) => {
  const [state]: State[] = await context.db.query(
    `select (select json_agg(rollup_source) from rollup_source) as sources,
       (select json_agg(marked) from (select distinct fact, month from rollup_stale) as marked) as stale`,
  );
  const rows = new Map((state?.sources ?? []).map((row) => [row.source, row]));
  const staleOf = Map.groupBy(state?.stale ?? [], ({ fact }) => fact);
  const sources = new Map<string, Kept>();
  for (const { name, fact, keptAs } of ROLL_UPS) {
    const row = rows.get(name);
    if (row?.digest !== keptAs) continue;
    const kept = await keptOf(context, row);
    const stale = staleOf.get(fact)?.map(({ month }) => month);
    sources.set(name, stale === undefined ? kept : without(kept, stale));
  }
  return new Map([[ALL, { sources, branchIds: context.viewer?.branchIds ?? undefined }]]);
}, undefined);

async function keptOf(context: Context, { source, edition }: SourceRow): Promise<Kept> {
  const known = made.get(source);
  if (known?.edition === edition) return known.kept;
  const months: KeptMonth[] = await context.db.query(MONTHS_OF_SOURCE, [source]);
  const kept = { months, stale: [] };
  made.set(source, { edition, kept });
  return kept;
}

function without({ months }: Kept, stale: readonly string[]): Kept {
  const marked = new Set(stale);
  return { months: months.filter(({ month }) => !marked.has(month)), stale };
}

/** Which months of which sources are kept and equal to the facts in the request's moment. */
export function rolledUpFor(context: Context): Promise<RolledUp | undefined> {
  return load(context, ALL);
}

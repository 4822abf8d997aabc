import type { Source } from '@tandem/metrics/definition';
import {
  differsOn,
  LAST_DAY,
  type KeptMonth,
  type KeptSource,
  type RolledUp,
} from '@tandem/metrics/rolled-up';
import type { Context } from '../../graphql/context.ts';
import { defineLoader } from '../../graphql/loader.ts';
import { MONTHS_OF_SOURCE, ROLL_UPS } from './roll-ups.ts';

/** What the database says of each source in the moment of the request. */
interface SourceRow {
  readonly source: string;
  readonly digest: string;
  readonly edition: string;
  readonly as_of: string | null;
}
interface State {
  readonly sources: readonly SourceRow[] | null;
  readonly stale: readonly { fact: string; month: string }[] | null;
}

/** Months of a source as they were made; they stay as they are until its next edition. */
interface Made {
  readonly edition: string;
  readonly months: readonly KeptMonth[];
  readonly today: KeptSource['today'];
}
const made = new Map<string, Made>();

const ALL = 'all';
const load = defineLoader<RolledUp | undefined>(async (_, context) => {
  const [state]: State[] = await context.db.query(
    `select (select json_agg(rollup_source) from rollup_source) as sources,
       (select json_agg(marked) from (select distinct fact, month from rollup_stale) as marked) as stale`,
  );
  const rows = new Map((state?.sources ?? []).map((row) => [row.source, row]));
  const staleOf = Map.groupBy(state?.stale ?? [], ({ fact }) => fact);
  const sources = new Map<string, KeptSource>();
  for (const { source, digest } of ROLL_UPS) {
    const row = rows.get(source.name);
    if (row?.digest !== digest) continue;
    const { months, today } = await monthsOf(context, source, row);
    const stale = new Set(staleOf.get(source.fact)?.map(({ month }) => month));
    sources.set(source.name, {
      months: months.filter(({ month }) => !stale.has(month)),
      today,
      stale: [...stale],
    });
  }
  return new Map([[ALL, { sources, branchIds: context.viewer?.branchIds ?? undefined }]]);
}, undefined);

async function monthsOf(
  context: Context,
  source: Source,
  { edition, as_of: asOf }: SourceRow,
): Promise<Made> {
  const known = made.get(source.name);
  if (known?.edition === edition) return known;
  const months: KeptMonth[] = await context.db.query(MONTHS_OF_SOURCE, [source.name]);
  const today = {
    asOf: asOf ?? LAST_DAY,
    months:
      asOf === null ? [] : months.filter((kept) => differsOn(source, kept, asOf)).map(({ month }) => month),
  };
  const fresh = { edition, months, today };
  made.set(source.name, fresh);
  return fresh;
}

/** Which months of which sources are kept and equal to the facts in the request's moment. */
export function rolledUpFor(context: Context): Promise<RolledUp | undefined> {
  return load(context, ALL);
}

import { Client } from 'pg';
import { alternate, type Result } from '../measure.ts';
import { openPage, type Page } from './pages.ts';
import type { Programme } from './programmes.ts';

const MOST = 1.2;
const ROUNDS = 9;

interface Filtered {
  readonly name: string;
  readonly page: Page;
  /** The same counts by hand: one scan of the facts. */
  readonly scan: string;
}

const asked = (variables: Readonly<Record<string, unknown>>): Page => ({
  name: 'figure',
  who: 'ADMINISTRATOR',
  portal: 'admin',
  asks: [{ operation: 'Figure', variables }],
});

/** Figures that nothing is kept of: other parameters, several filters at once. */
const FIGURES: readonly Filtered[] = [
  {
    name: 'positive exits within 9 months of closed duos, of women with two levels of education',
    page: asked({
      metric: 'POSITIVE_EXIT_RATE',
      parameters: { windowMonths: 9, population: 'CLOSED' },
      filter: { gender: ['WOMAN'], education: ['NO_RECOGNISED_DIPLOMA', 'BELOW_UPPER_SECONDARY'] },
    }),
    scan: `select count(*) filter (where closed_on <= current_date and exit_from_start <= last_day and exit_from_start <= current_date) as numerator,
        count(*) filter (where closed_on <= current_date) as denominator,
        count(*) filter (where closed_on <= current_date and last_day > current_date and (exit_from_start <= current_date) is not true) as "notYetObservable",
        count(*) filter (where closed_on <= current_date and last_day <= current_date and (exit_from_start <= last_day and exit_from_start <= current_date) is not true
            and not exists (select from unnest(situation_days) as told (day) where day >= last_day and day <= current_date)) as unknown
      from (select *, (started_on + interval '9 months')::date as last_day from duo_fact) as fact where started_on <= current_date
        and gender = any (array['WOMAN']) and education_level = any (array['NO_RECOGNISED_DIPLOMA', 'BELOW_UPPER_SECONDARY'])`,
  },
  {
    name: 'completed duos, by age band and time out of work, in two years',
    page: asked({
      metric: 'COMPLETION_RATE',
      period: { from: '2024-01-01', to: '2026-01-01' },
      filter: { ageBand: ['FROM_25_TO_29'], outOfWork: ['FROM_12_TO_23_MONTHS', 'FROM_24_MONTHS'] },
    }),
    scan: `select count(*) filter (where closure_reason = 'COMPLETED') as numerator, count(*) as denominator
      from duo_fact where closed_on <= current_date and closed_on >= '2024-01-01' and closed_on < '2026-01-01'
        and age_band = any (array['FROM_25_TO_29']) and out_of_work = any (array['FROM_12_TO_23_MONTHS', 'FROM_24_MONTHS'])`,
  },
];

/** A figure with an arbitrary filter against the plain scan of the facts. */
export async function measureFilters(programme: Programme): Promise<Result[]> {
  const client = new Client({ connectionString: programme.databaseUrl });
  await client.connect();
  const results: Result[] = [];
  try {
    for (const { name, page, scan } of FIGURES) {
      const [answer = ''] = await openPage(programme, programme.api, page);
      const { rows } = await client.query<Record<string, string>>(scan);
      for (const [part, counted] of Object.entries(rows[0] ?? {}))
        if (!answer.includes(`"${part}":${counted}`))
          throw new Error(`${name}: ${part} is ${counted} by hand, and the API says ${answer.slice(0, 300)}`);
      const ours = async () => {
        await openPage(programme, programme.api, page);
      };
      const byHand = async () => {
        await client.query(scan);
      };
      const { ours: own, theirs } = await alternate(ours, byHand, { rounds: ROUNDS });
      results.push({
        what: `(3) ${name}: over HTTP against the plain scan of the facts`,
        measured: `${(own / theirs).toFixed(2)} times (${own.toFixed(0)} ms against ${theirs.toFixed(0)} ms)`,
        target: `at most ${MOST} times`,
        met: own <= MOST * theirs,
      });
    }
  } finally {
    await client.end();
  }
  return results;
}

import type { MetricId } from '@tandem/metrics/catalogue';
import type { DataSource } from 'typeorm';
import { newId } from '../../database/new-id.ts';

interface SampleRate {
  readonly metric: MetricId;
  readonly label: string;
  readonly rate: number;
  readonly population: string;
  readonly source: string;
  readonly link: string;
  readonly country: string | null;
  readonly year: number;
}

const EUROSTAT = {
  metric: 'EMPLOYMENT_RATE',
  label: 'Eurostat 20–64',
  source: 'Eurostat, table t2020_10 (Labour Force Survey), in the database of EIGE with data up to 2020',
  link: 'https://dgs-p.eige.europa.eu/data/view?code=eustrat_bs_lmpp__t2020_10&orderby=2016&orderdir=dsc',
} as const;
const RESIDENTS =
  'all residents of 20 to 64, also those who do not look for work, by whether they are in work; not by whether they found it within 12 months.';
/** The table marks a break in the series here. */
const BREAK = 'Belgium changed its survey in 2017.';
const FIRST_YEAR = 2013;
/** Share in work from 2013 to 2017, in per mille. */
const IN_WORK = {
  BE: [672, 673, 672, 677, 685],
  FR: [697, 700, 703, 707, 713],
  NL: [767, 763, 772, 779, 789],
} as const;

/** What the programme that the sample is modelled on says of itself. Its page has no date; of a programme of 2013, it looks back on more than twelve years. */
const PROGRAMME = {
  label: 'DUO for a JOB',
  source: 'DUO for a JOB, page “Our impact”, without a date: it looks back on more than 12 years since 2013',
  link: 'https://duoforajob-be.webflow.io/en/about-duoforajob/our-impact',
  country: null,
  year: 2025,
} as const;

const RATES: readonly SampleRate[] = [
  ...Object.entries(IN_WORK).flatMap(([country, shares]) =>
    shares.map((share, index) => {
      const year = FIRST_YEAR + index;
      const population = country === 'BE' && year === 2017 ? `${RESIDENTS} ${BREAK}` : RESIDENTS;
      return { ...EUROSTAT, country, year, rate: share / 1000, population };
    }),
  ),
  {
    ...PROGRAMME,
    metric: 'POSITIVE_EXIT_RATE',
    rate: 0.72,
    population:
      'its young people in all cities and over years that are not named: a job, an internship or a training within 12 months.',
  },
  {
    ...PROGRAMME,
    metric: 'STABLE_EMPLOYMENT_RATE',
    rate: 0.5,
    population:
      'its young people in all cities and over years that are not named: an open-ended contract or one of 3 months or more, within a time that is not named.',
  },
  {
    ...PROGRAMME,
    metric: 'MENTOR_LOYALTY_RATE',
    rate: 0.82,
    population: 'its mentors in all cities and over years that are not named: those who take another duo.',
  },
];

/** Rates that can be checked where they were published, for the sample's indicators to stand beside. */
export async function loadSampleRates(db: DataSource): Promise<void> {
  const [kept]: { count: number }[] = await db.query('select count(*) as count from published_rate');
  if (kept !== undefined && kept.count > 0) return;
  await db.query(
    `insert into published_rate (id, metric, label, rate, population, source, link, country, year)
     select id, metric, label, rate, population, source, link, country, year
     from jsonb_to_recordset($1::jsonb) as given
       (id uuid, metric text, label text, rate double precision, population text, source text, link text, country char(2), year integer)`,
    [JSON.stringify(RATES.map((rate) => ({ id: newId(), ...rate })))],
  );
}

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
  source:
    'Eurostat, Labour Force Survey, table t2020_10 (employment rate, age group 20–64), as the European Institute for Gender Equality holds it with data up to 2020',
  link: 'https://dgs-p.eige.europa.eu/data/view?code=eustrat_bs_lmpp__t2020_10&orderby=2016&orderdir=dsc',
} as const;
const RESIDENTS =
  'all residents of 20 to 64 years, whatever their origin and whether or not they look for work: the share in work during the year, not the share that found work within 12 months.';
/** The table marks a break in the series here. */
const BREAK = 'Belgium changed its survey in 2017: with the years before it is not wholly comparable.';
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
      'young people of the programme in all its cities, over years that the page does not name: a job, an internship or a training within 12 months.',
  },
  {
    ...PROGRAMME,
    metric: 'STABLE_EMPLOYMENT_RATE',
    rate: 0.5,
    population:
      'young people of the programme in all its cities, over years that the page does not name: an open-ended contract or one of 3 months or more, within a time that the page does not name.',
  },
  {
    ...PROGRAMME,
    metric: 'MENTOR_LOYALTY_RATE',
    rate: 0.82,
    population:
      'mentors of the programme in all its cities, over years that the page does not name: those who take another duo.',
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

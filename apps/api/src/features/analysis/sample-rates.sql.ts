import type { InLanguages } from '@tandem/domain/in-languages';
import type { MetricId } from '@tandem/metrics/catalogue';
import type { DataSource } from 'typeorm';
import { newId } from '../../database/new-id.ts';

interface SampleRate {
  readonly metric: MetricId;
  readonly label: InLanguages;
  readonly rate: number;
  readonly population: InLanguages;
  readonly source: InLanguages;
  readonly link: string;
  readonly country: string | null;
  readonly windowMonths: number | null;
  readonly year: number;
}

const EUROSTAT = {
  metric: 'EMPLOYMENT_RATE',
  label: { fr: 'Eurostat, 20–64 ans', nl: 'Eurostat, 20–64 jaar', en: 'Eurostat 20–64' },
  source: {
    fr: 'Eurostat, tableau t2020_10 (enquête sur les forces de travail), dans la base de données de l’EIGE, données jusqu’à 2020',
    nl: 'Eurostat, tabel t2020_10 (enquête naar de arbeidskrachten), in de databank van EIGE met gegevens tot 2020',
    en: 'Eurostat, table t2020_10 (Labour Force Survey), in the database of EIGE with data up to 2020',
  },
  link: 'https://dgs-p.eige.europa.eu/data/view?code=eustrat_bs_lmpp__t2020_10&orderby=2016&orderdir=dsc',
  // A state on one day, not what was found within a time.
  windowMonths: null,
} as const;
const RESIDENTS: InLanguages = {
  fr: 'tous les habitants de 20 à 64 ans, y compris ceux qui ne cherchent pas de travail, selon qu’ils sont en emploi ; non selon qu’ils en ont trouvé un en 12 mois.',
  nl: 'alle inwoners van 20 tot 64 jaar, ook wie geen werk zoekt, naargelang ze aan het werk zijn; niet naargelang ze binnen 12 maanden werk vonden.',
  en: 'all residents of 20 to 64, also those who do not look for work, by whether they are in work; not by whether they found it within 12 months.',
};
/** The table marks a break in the series here. */
const RESIDENTS_FROM_2017: InLanguages = {
  fr: `${RESIDENTS.fr} La Belgique a changé son enquête en 2017.`,
  nl: `${RESIDENTS.nl} België veranderde zijn enquête in 2017.`,
  en: `${RESIDENTS.en} Belgium changed its survey in 2017.`,
};
const FIRST_YEAR = 2013;
/** Share in work from 2013 to 2017, in per mille. */
const IN_WORK = {
  BE: [672, 673, 672, 677, 685],
  FR: [697, 700, 703, 707, 713],
  NL: [767, 763, 772, 779, 789],
} as const;

/** What the programme that the sample is modelled on says of itself. Its page has no date; of a programme of 2013, it looks back on more than twelve years. So the year is that of its publication, and the name says so. */
const PROGRAMME = {
  label: { fr: 'DUO for a JOB, publié', nl: 'DUO for a JOB, gepubliceerd', en: 'DUO for a JOB, published' },
  source: {
    fr: 'DUO for a JOB, page « Our impact », sans date : elle porte sur plus de 12 ans depuis 2013, d’où l’année de publication',
    nl: 'DUO for a JOB, pagina “Our impact”, zonder datum: ze gaat over meer dan 12 jaar sinds 2013, vandaar het jaar van publicatie',
    en: 'DUO for a JOB, page “Our impact”, without a date: it looks back on more than 12 years since 2013, hence the year of publication',
  },
  link: 'https://duoforajob-be.webflow.io/en/about-duoforajob/our-impact',
  country: null,
  year: 2025,
} as const;

const RATES: readonly SampleRate[] = [
  ...Object.entries(IN_WORK).flatMap(([country, shares]) =>
    shares.map((share, index) => {
      const year = FIRST_YEAR + index;
      const population = country === 'BE' && year === 2017 ? RESIDENTS_FROM_2017 : RESIDENTS;
      return { ...EUROSTAT, country, year, rate: share / 1000, population };
    }),
  ),
  {
    ...PROGRAMME,
    metric: 'POSITIVE_EXIT_RATE',
    rate: 0.72,
    windowMonths: 12,
    population: {
      fr: 'ses jeunes de toutes les villes, sur des années qui ne sont pas précisées : un emploi, un stage ou une formation.',
      nl: 'zijn jongeren in alle steden en over jaren die niet worden genoemd: een baan, een stage of een opleiding.',
      en: 'its young people in all cities and over years that are not named: a job, an internship or a training.',
    },
  },
  {
    ...PROGRAMME,
    metric: 'STABLE_EMPLOYMENT_RATE',
    rate: 0.5,
    windowMonths: null,
    population: {
      fr: 'ses jeunes de toutes les villes, sur des années qui ne sont pas précisées : un contrat à durée indéterminée ou d’au moins 3 mois, dans un délai qui n’est pas précisé.',
      nl: 'zijn jongeren in alle steden en over jaren die niet worden genoemd: een contract van onbepaalde duur of van minstens 3 maanden, binnen een termijn die niet wordt genoemd.',
      en: 'its young people in all cities and over years that are not named: an open-ended contract or one of 3 months or more, within a time that is not named.',
    },
  },
  {
    ...PROGRAMME,
    metric: 'MENTOR_LOYALTY_RATE',
    rate: 0.82,
    windowMonths: null,
    population: {
      fr: 'ses mentors de toutes les villes, sur des années qui ne sont pas précisées : ceux qui s’engagent dans un nouveau duo.',
      nl: 'zijn mentoren in alle steden en over jaren die niet worden genoemd: wie een nieuw duo aangaat.',
      en: 'its mentors in all cities and over years that are not named: those who take another duo.',
    },
  },
];

/** Rates that can be checked where they were published, for the sample's indicators to stand beside. */
export async function loadSampleRates(db: DataSource): Promise<void> {
  const [kept]: { count: number }[] = await db.query('select count(*) as count from published_rate');
  if (kept !== undefined && kept.count > 0) return;
  await db.query(
    `insert into published_rate (id, metric, label, rate, population, source, link, country, window_months, year)
     select id, metric, label, rate, population, source, link, country, "windowMonths", year
     from jsonb_to_recordset($1::jsonb) as given
       (id uuid, metric text, label jsonb, rate double precision, population jsonb, source jsonb, link text, country char(2), "windowMonths" integer, year integer)`,
    [JSON.stringify(RATES.map((rate) => ({ id: newId(), ...rate })))],
  );
}

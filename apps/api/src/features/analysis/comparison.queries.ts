import type { CalendarDay } from '@tandem/domain/calendar-day';
import { languageOf, wordsIn, type InLanguages, type Language } from '@tandem/domain/in-languages';
import type { EntityManager } from 'typeorm';
import type { ComparisonGroupType } from './comparison-group.type.ts';
import type { PublishedRateType } from './published-rate.type.ts';
import { RESTORABLE_UNTIL, STILL_RESTORABLE } from './removed-groups.sql.ts';

type Rows = Pick<EntityManager, 'query'>;

const PUBLISHED_RATE = `select id, metric, label as name, rate, people, population as about, source as origin, link, country, region as place,
  window_months as "windowMonths", year, version, removed_at is not null as removed from published_rate`;

type Plain = Pick<
  PublishedRateType,
  'id' | 'metric' | 'rate' | 'people' | 'link' | 'country' | 'windowMonths' | 'year' | 'version' | 'removed'
>;
interface Row extends Plain {
  readonly name: Partial<InLanguages>;
  readonly about: Partial<InLanguages>;
  readonly origin: Partial<InLanguages>;
  readonly place: Partial<InLanguages>;
}

/** A published rate as a reader of one language is told it, with what makes lines of such rates. */
export interface ToldRate extends PublishedRateType {
  readonly name: InLanguages;
  readonly place: InLanguages;
}

function tellIn(language: Language, { name, about, origin, place, ...plain }: Row): ToldRate {
  const label = { ...IN_NONE, ...name };
  const population = { ...IN_NONE, ...about };
  const region = { ...IN_NONE, ...place };
  const source = { ...IN_NONE, ...origin };
  return {
    ...plain,
    name: label,
    place: region,
    label: wordsIn(label, language) ?? '',
    labelFr: label.fr,
    labelNl: label.nl,
    labelEn: label.en,
    population: wordsIn(population, language) ?? '',
    populationFr: population.fr,
    populationNl: population.nl,
    populationEn: population.en,
    source: wordsIn(source, language) ?? '',
    sourceLanguage: languageOf(source, language),
    sourceFr: source.fr,
    sourceNl: source.nl,
    sourceEn: source.en,
    region: wordsIn(region, language),
    regionFr: region.fr,
    regionNl: region.nl,
    regionEn: region.en,
  };
}
const IN_NONE: InLanguages = { fr: null, nl: null, en: null };

/** Published rates that were not removed, of some indicators or of all, the latest year first, in the reader's language. */
export async function listPublishedRates(
  db: Rows,
  metrics: readonly string[] | null,
  language: Language,
): Promise<ToldRate[]> {
  const rows: Row[] = await db.query(
    `${PUBLISHED_RATE} where removed_at is null and ($1::text[] is null or metric = any ($1)) order by metric, year desc, label, id`,
    [metrics],
  );
  return rows.map((row) => tellIn(language, row));
}

export async function findPublishedRate(
  db: Rows,
  id: string,
  language: Language,
): Promise<PublishedRateType | undefined> {
  const [found]: Row[] = await db.query(`${PUBLISHED_RATE} where id = $1`, [id]);
  return found && tellIn(language, found);
}

const COMPARISON_GROUP = `select id, name, source, version, removed_at is not null as removed, ${RESTORABLE_UNTIL} as "restorableUntil", members.*
  from comparison_group
  cross join lateral (
    select count(*) as people, min(started_on) as "firstStart", max(started_on) as "lastStart", max(observed_until) as "observedUntil"
    from comparison_member where group_id = comparison_group.id
  ) as members`;

/** Comparison groups that were not removed, by name. */
export function listComparisonGroups(db: Rows): Promise<ComparisonGroupType[]> {
  return db.query(`${COMPARISON_GROUP} where removed_at is null order by name`);
}

/** Comparison groups that were removed and can be put back on a day, the first to go first. */
export function listRemovedGroups(db: Rows, today: CalendarDay): Promise<ComparisonGroupType[]> {
  return db.query(`${COMPARISON_GROUP} where ${STILL_RESTORABLE} order by removed_at, name`, [today]);
}

export async function findComparisonGroup(db: Rows, id: string): Promise<ComparisonGroupType | undefined> {
  const [found]: ComparisonGroupType[] = await db.query(`${COMPARISON_GROUP} where id = $1`, [id]);
  return found;
}

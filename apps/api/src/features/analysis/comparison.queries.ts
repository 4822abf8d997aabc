import type { EntityManager } from 'typeorm';
import type { ComparisonGroupType } from './comparison-group.type.ts';
import type { PublishedRateType } from './published-rate.type.ts';

type Rows = Pick<EntityManager, 'query'>;

const PUBLISHED_RATE = `select id, metric, label, rate, people, population, source, link, country, year, version,
  removed_at is not null as removed from published_rate`;

/** Published rates that were not removed, of one indicator or of all, the latest year first. */
export function listPublishedRates(db: Rows, metric: string | null): Promise<PublishedRateType[]> {
  return db.query(
    `${PUBLISHED_RATE} where removed_at is null and ($1::text is null or metric = $1) order by metric, year desc, label, id`,
    [metric],
  );
}

export async function findPublishedRate(db: Rows, id: string): Promise<PublishedRateType | undefined> {
  const [found]: PublishedRateType[] = await db.query(`${PUBLISHED_RATE} where id = $1`, [id]);
  return found;
}

const COMPARISON_GROUP = `select id, name, source, version, removed_at is not null as removed, members.* from comparison_group
  cross join lateral (
    select count(*) as people, min(started_on) as "firstStart", max(started_on) as "lastStart", max(observed_until) as "observedUntil"
    from comparison_member where group_id = comparison_group.id
  ) as members`;

/** Comparison groups that were not removed, by name. */
export function listComparisonGroups(db: Rows): Promise<ComparisonGroupType[]> {
  return db.query(`${COMPARISON_GROUP} where removed_at is null order by name`);
}

export async function findComparisonGroup(db: Rows, id: string): Promise<ComparisonGroupType | undefined> {
  const [found]: ComparisonGroupType[] = await db.query(`${COMPARISON_GROUP} where id = $1`, [id]);
  return found;
}

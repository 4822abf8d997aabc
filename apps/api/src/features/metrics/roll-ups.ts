import { createHash } from 'node:crypto';
import { addMonths, type CalendarDay } from '@tandem/domain/calendar-day';
import {
  LAST_DAY,
  SPANS,
  startOfSpan,
  type KeptMonth,
  type RollUp,
  type Span,
} from '@tandem/metrics/kept-months';
import { PATHWAY_ROLL_UPS } from '@tandem/metrics/pathway';
import { SOURCE_ROLL_UPS } from '@tandem/metrics/rolled-up';
import type { DataSource, EntityManager } from 'typeorm';

/** Goes up when months are kept in another way: two programs on one database do not trust each other's. */
const FORM = 2;

/**
 * What is kept, with a digest of what it is made of: another definition makes other months. `keptAs` stands beside what is kept,
 * and says in which way as well.
 */
export const ROLL_UPS = [...SOURCE_ROLL_UPS, ...PATHWAY_ROLL_UPS].map((rollUp) => {
  const digest = createHash('sha256').update(rollUp.rows).update(rollUp.months).digest('hex');
  return { ...rollUp, digest, keptAs: `${digest}:${FORM}` };
});

/** So many months of one source are made in a transaction. */
const MONTHS_AT_ONCE = 6;
/** One process at a time makes months anew. */
const LOCK = 7263514904;

/** Months of a source, and from which day on each of their columns no longer changes. */
export const MONTHS_OF_SOURCE = `select month, (month + interval '1 month')::date as next, settled_on::text[] as "settledOn", as_of as "asOf", summed
   from rollup_month where source = $1 order by month`;

/**
 * Makes the marked months anew, all of a source whose definitions changed, and what is as of the day when that is another
 * one, and then the sums of what is over; one transaction a batch, until it is told to stop. What is written meanwhile marks its month again. Answers with how many months it made.
 */
export async function refreshRollUps(
  db: DataSource,
  today: CalendarDay,
  signal?: AbortSignal,
): Promise<number> {
  let made = 0;
  for (;;) {
    if (signal?.aborted === true) return made;
    const batch = await db.transaction((tx) => makeBatch(tx, today));
    if (batch === 0) return made;
    made += batch;
  }
}

async function makeBatch(tx: EntityManager, today: CalendarDay): Promise<number> {
  const [lock]: { mine: boolean }[] = await tx.query('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
  if (lock?.mine !== true) return 0;
  // The first time, and after other definitions, all months of a large programme are found and made.
  await tx.query('set local statement_timeout = 0');
  await dropFormerDefinitions(tx);
  const turned = await turnDay(tx, today);
  if (turned > 0) return turned;
  const facts = [...new Set(ROLL_UPS.map((rollUp) => rollUp.fact))];
  for (const fact of facts) {
    const months = await takeMarks(tx, fact);
    if (months.length === 0) continue;
    for (const rollUp of ROLL_UPS) if (rollUp.fact === fact) await makeMonths(tx, rollUp, months, today);
    return months.length;
  }
  return makeSums(tx, today);
}

/** Each span wider than a month, and what it is made of. */
const SUMS = SPANS.flatMap((span, index) => {
  const narrower = SPANS[index - 1];
  return narrower === undefined ? [] : [{ span, narrower }];
});

/** What is over and was not yet added up, or was written in since, of one source; answers with how many months those have. */
async function makeSums(tx: EntityManager, today: CalendarDay): Promise<number> {
  const names = ROLL_UPS.map(({ name }) => name);
  const [next]: { source: string }[] = await tx.query(
    `select source from rollup_month join unnest($2::smallint[], $3::date[]) as sum (narrower, until) on summed = narrower and month < until
     where source = any ($1) limit 1`,
    [names, SUMS.map(({ narrower }) => narrower), SUMS.map(({ span }) => startOfSpan(today, span))],
  );
  const rollUp = ROLL_UPS.find(({ name }) => name === next?.source);
  if (rollUp === undefined) return 0;
  const { name } = rollUp;
  let made = 0;
  for (const { span, narrower } of SUMS) {
    // A month that is made anew takes what it was added up in with it, so that these are all months of their spans.
    const [added]: [{ month: CalendarDay }[], number] = await tx.query(
      `update rollup_month set summed = $2 where source = $1 and summed = $3 and month < $4 returning month`,
      [name, span, narrower, startOfSpan(today, span)],
    );
    if (added.length === 0) continue;
    made += added.length;
    const parts = [...new Set(added.map(({ month }) => startOfSpan(month, narrower)))];
    await addUp(tx, rollUp, { asOf: LAST_DAY, narrower, span, parts });
  }
  await tx.query('update rollup_source set edition = gen_random_uuid() where source = $1', [name]);
  return made;
}

interface Sum {
  readonly asOf: CalendarDay;
  readonly narrower: Span;
  readonly span: Span;
  /** The first days of the narrower spans. */
  readonly parts: readonly CalendarDay[];
}

/** Adds up what is kept of narrower spans as of a day. */
async function addUp(
  tx: EntityManager,
  { name, width }: RollUp,
  { asOf, narrower, span, parts }: Sum,
): Promise<void> {
  const sums = Array.from({ length: width }, (_, place) => `sum(measures[${place + 1}])`).join(', ');
  await tx.query(
    `insert into rollup (source, as_of, dimension, key, span, month, measures)
     select $1, as_of, dimension, key, $3, start, array[${sums}]
     from rollup join unnest($5::date[], $6::date[]) as part (month, start) using (month)
     where source = $1 and as_of = $2 and span = $4 group by as_of, dimension, key, start`,
    [name, asOf, span, narrower, parts, parts.map((month) => startOfSpan(month, span))],
  );
}

/** Gives up the sums that months are part of once everything has happened; those as of the day are `keepAsOf`'s. */
async function dropSums(tx: EntityManager, name: string, months: readonly CalendarDay[]): Promise<void> {
  for (const { span, narrower } of SUMS) {
    const starts = [...new Set(months.map((month) => startOfSpan(month, span)))];
    await tx.query('delete from rollup where source = $1 and as_of = $2 and span = $3 and month = any ($4)', [
      name,
      LAST_DAY,
      span,
      starts,
    ]);
    await tx.query(
      `update rollup_month set summed = $2 from unnest($3::date[]) as part (start)
       where source = $1 and summed > $2 and month >= start and month < start + make_interval(months => $4)`,
      [name, narrower, starts, span],
    );
  }
}

/** Of the sources that were kept as of another day, those months anew that are not yet what they will be. */
async function turnDay(tx: EntityManager, today: CalendarDay): Promise<number> {
  const turned: [{ source: string }[], number] = await tx.query(
    `update rollup_source set as_of = $1, edition = gen_random_uuid() where as_of is distinct from $1 and source = any ($2) returning source`,
    [today, ROLL_UPS.map(({ name }) => name)],
  );
  const names = new Set(turned[0].map(({ source }) => source));
  let made = 0;
  for (const rollUp of ROLL_UPS) {
    const { name } = rollUp;
    if (!names.has(name)) continue;
    await tx.query('delete from rollup where source = $1 and as_of <> $2', [name, LAST_DAY]);
    await tx.query('update rollup_month set as_of = null where source = $1', [name]);
    made += await keepAsOf(tx, rollUp, [], today);
  }
  return made;
}

/** Sources whose months are made of other definitions begin anew: all their months are marked. */
async function dropFormerDefinitions(tx: EntityManager): Promise<void> {
  const kept: { source: string; digest: string }[] = await tx.query(
    'select source, digest from rollup_source',
  );
  const digests = new Map(kept.map(({ source, digest }) => [source, digest]));
  // What this program does not make anew must not be there when one comes back that would trust it.
  const unknown = kept
    .map(({ source }) => source)
    .filter((source) => !ROLL_UPS.some(({ name }) => name === source));
  if (unknown.length > 0)
    for (const table of ['rollup', 'rollup_month', 'rollup_source'])
      await tx.query(`delete from ${table} where source = any ($1)`, [unknown]);
  for (const { name, fact, keptAs, allMonths } of ROLL_UPS) {
    if (digests.get(name) === keptAs) continue;
    await tx.query('delete from rollup where source = $1', [name]);
    await tx.query('delete from rollup_month where source = $1', [name]);
    await tx.query(
      `insert into rollup_source (source, digest) values ($1, $2)
       on conflict (source) do update set digest = excluded.digest, edition = gen_random_uuid(), as_of = null`,
      [name, keptAs],
    );
    await tx.query(`insert into rollup_stale select $1, month from (${allMonths}) as months`, [fact]);
  }
}

/** The oldest marked months of a fact, without their marks: from here on a change marks them again. */
async function takeMarks(tx: EntityManager, fact: string): Promise<string[]> {
  // A statement that deletes answers with its rows and their number.
  const [marked]: [{ month: string }[], number] = await tx.query(
    `with chosen as (select distinct month from rollup_stale where fact = $1 order by month limit ${MONTHS_AT_ONCE})
     delete from rollup_stale using chosen where fact = $1 and rollup_stale.month = chosen.month returning rollup_stale.month`,
    [fact],
  );
  return [...new Set(marked.map(({ month }) => month))];
}

async function makeMonths(
  tx: EntityManager,
  rollUp: RollUp,
  of: string[],
  today: CalendarDay,
): Promise<void> {
  const { name, rows, months } = rollUp;
  await dropSums(tx, name, of);
  await tx.query('delete from rollup where source = $1 and span = 1 and month = any ($2)', [name, of]);
  await tx.query('delete from rollup_month where source = $1 and month = any ($2)', [name, of]);
  const span = spanOf(of);
  await tx.query(rows, [...span, LAST_DAY]);
  await tx.query(months, span);
  await keepAsOf(tx, rollUp, of, today);
  await tx.query('update rollup_source set edition = gen_random_uuid() where source = $1', [name]);
}

/**
 * Makes what is kept as of the day, and is not yet, of a source of which some months were made anew: the months of each year of
 * which one differs on the day, and their sums.
 */
async function keepAsOf(
  tx: EntityManager,
  rollUp: RollUp,
  anew: readonly CalendarDay[],
  today: CalendarDay,
): Promise<number> {
  const { name, rows, differsOn } = rollUp;
  const kept: KeptMonth[] = await tx.query(MONTHS_OF_SOURCE, [name]);
  const yearOf = (month: CalendarDay) => startOfSpan(month, 12);
  const years = new Set(kept.filter((one) => differsOn(one, today)).map(({ month }) => yearOf(month)));
  const wanted = kept.filter(({ month }) => month <= today && years.has(yearOf(month)));
  const missing = wanted.filter(({ asOf }) => asOf !== today).map(({ month }) => month);
  const left = kept.filter((one) => one.asOf !== null && !wanted.includes(one)).map(({ month }) => month);
  if (left.length > 0)
    await tx.query('delete from rollup where source = $1 and as_of = $2 and span = 1 and month = any ($3)', [
      name,
      today,
      left,
    ]);
  if (missing.length > 0) await tx.query(rows, [...spanOf(missing), today]);
  await tx.query(
    `update rollup_month set as_of = case when month = any ($3) then $2::date end
     where source = $1 and month = any ($3::date[] || $4::date[])`,
    [name, today, missing, left],
  );
  const changed = [...anew, ...missing, ...left];
  for (const { span, narrower } of SUMS) {
    const spans = new Set(changed.map((month) => startOfSpan(month, span)));
    await tx.query('delete from rollup where source = $1 and as_of = $2 and span = $3 and month = any ($4)', [
      name,
      today,
      span,
      [...spans],
    ]);
    const those = wanted.map(({ month }) => month).filter((month) => spans.has(startOfSpan(month, span)));
    const parts = [...new Set(those.map((month) => startOfSpan(month, narrower)))];
    if (parts.length > 0) await addUp(tx, rollUp, { asOf: today, narrower, span, parts });
  }
  return missing.length;
}

/** Months as the statements that make them take them: a list, and between which days they lie. */
function spanOf(months: readonly CalendarDay[]): [readonly CalendarDay[], CalendarDay, CalendarDay] {
  const [first = '', last = first] = [months.toSorted()[0], months.toSorted().at(-1)];
  return [months, first, addMonths(last, 1)];
}

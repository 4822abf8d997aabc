import { isDeepStrictEqual } from 'node:util';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import type { Release, Showing } from '@tandem/metrics/disclosure/release';
import type { EntityManager } from 'typeorm';
import type { Database } from '../../database/database.ts';
import { newId } from '../../database/new-id.ts';
import type { FigureCounts } from './menu-figures.ts';
import type { Outsider } from './outsider.ts';

/** What is kept of a figure that was told: its counts, and of how many nothing was known when that was told last. */
export interface ReleasedCounts extends FigureCounts {
  readonly unknownTold: number | null;
  /** Of what the duos of a grant bear: the time of the grant, the version of the rule, and how many whole duos it paid. */
  readonly cost?: {
    readonly startsOn: CalendarDay;
    readonly endsBefore: CalendarDay;
    readonly ruleVersion: number;
    /** Not known of what was told before it was kept. */
    readonly share?: number;
  };
}

/** A value that an outsider was told, and what day it was of. */
export interface Told {
  readonly asOf: CalendarDay;
  readonly counts: ReleasedCounts;
}

/** All that an outsider is shown, until the next release. */
export interface ReleaseState {
  readonly id: string;
  readonly asOf: CalendarDay;
  /** By what it was decided: limits, menu, value map, and what is counted. */
  readonly rules: string;
  /** How each figure is shown, by its key. */
  readonly showings: ReadonlyMap<string, Showing>;
  /** What was told last of each figure by then, whether or not it is shown any more. */
  readonly told: ReadonlyMap<string, Told>;
}

/** What reads: a request, or a transaction that writes. */
interface Reader {
  query<Rows>(text: string, values?: unknown[]): Promise<Rows>;
}

/** States that were read, by release: a release never changes. */
const kept = new Map<string, ReleaseState>();
const MOST_KEPT = 200;

/** The latest release to an outsider; undefined where there was none yet. */
export async function latestRelease(db: Database, outsider: Outsider): Promise<ReleaseState | undefined> {
  const [where, values] = ofOutsider(outsider);
  const [row] = await db.query<{ id: string }[]>(
    `select id from figure_release where ${where} order by id desc limit 1`,
    values,
  );
  if (row === undefined) return undefined;
  return releaseOf(db, outsider, row.id);
}

/** What an outsider was shown by one release, whatever was released since. */
export async function releaseOf(db: Database, outsider: Outsider, id: string): Promise<ReleaseState> {
  return kept.get(id) ?? keep(await readState(db, id, ...ofOutsider(outsider)));
}

/** The same as a transaction meets it that may have written it: what is not committed yet is not remembered. */
export function releaseWithin(tx: Reader, outsider: Outsider, id: string): Promise<ReleaseState> {
  return readState(tx, id, ...ofOutsider(outsider));
}

/** What an outsider would be shown by a release that is not written down. */
export function stateAfter(
  { asOf, rules, figures }: NewRelease,
  before: ReleaseState | undefined,
): Omit<ReleaseState, 'id'> {
  const told = new Map(before?.told);
  for (const { key, showing, counts } of figures)
    if (showing === 'TODAY' && !isSame(told.get(key)?.counts, counts)) told.set(key, { asOf, counts });
  return { asOf, rules, told, showings: new Map(figures.map(({ key, showing }) => [key, showing])) };
}

async function readState(
  db: Reader,
  id: string,
  where: string,
  values: readonly unknown[],
): Promise<ReleaseState> {
  const [releases, figures] = await Promise.all([
    db.query<{ asOf: CalendarDay; rules: string; showings: Record<string, Showing> }[]>(
      `select latest.as_of as "asOf", latest.rules, decided.showings from figure_release as latest
         join figure_release as decided on decided.id = coalesce(latest.same_as, latest.id) where latest.id = $1`,
      [id],
    ),
    db.query<(Told & { key: string })[]>(
      `select distinct on (key) key, as_of as "asOf", counts from released_figure
         where ${where} and release_id <= $${values.length + 1} order by key, release_id desc`,
      [...values, id],
    ),
  ]);
  const [release] = releases;
  if (release === undefined) throw new Error('a release that was there is gone');
  return {
    ...release,
    id,
    showings: new Map(Object.entries(release.showings)),
    told: new Map(figures.map(({ key, asOf, counts }) => [key, { asOf, counts }])),
  };
}

function keep(state: ReleaseState): ReleaseState {
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(state.id, state);
  return state;
}

function ofOutsider(outsider: Outsider): [where: string, values: readonly unknown[]] {
  return outsider.kind === 'PARTNER' ? ['partner_id = $1', [outsider.partnerId]] : ['partner_id is null', []];
}

/** What a new release says: of each figure how it is shown, and what today's value is. */
export interface NewRelease {
  readonly asOf: CalendarDay;
  readonly rules: string;
  readonly quality: Release['quality'];
  readonly figures: readonly {
    readonly key: string;
    readonly showing: Showing;
    readonly counts: ReleasedCounts;
  }[];
}

/**
 * Writes what is new: figures whose value was never told, and how figures are shown where that changed. Where another
 * process released meanwhile, its release stands, and nothing is written. Returns the id of the release that stands.
 */
export async function writeRelease(
  tx: EntityManager,
  outsider: Outsider,
  { asOf, rules, quality, figures }: NewRelease,
  before: ReleaseState | undefined,
): Promise<string> {
  const [where, values] = ofOutsider(outsider);
  const partnerId = outsider.kind === 'PARTNER' ? outsider.partnerId : null;
  // Taken by who releases to the same outsider, and left with the transaction.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('figure release ' || $1, 0))`, [
    partnerId ?? 'PUBLIC',
  ]);
  const [latest] = await tx.query<{ id: string }[]>(
    `select id from figure_release where ${where} order by id desc limit 1`,
    [...values],
  );
  if (latest !== undefined && latest.id !== before?.id) return latest.id;
  const fresh = figures.filter(
    ({ key, showing, counts }) => showing === 'TODAY' && !isSame(before?.told.get(key)?.counts, counts),
  );
  const isUnchanged =
    before !== undefined &&
    fresh.length === 0 &&
    figures.length === before.showings.size &&
    figures.every(({ key, showing }) => before.showings.get(key) === showing);
  const id = newId();
  await tx.query(
    `insert into figure_release (id, partner_id, as_of, rules, quality, same_as, showings)
     select $1, $2, $3, $4, $7, case when $5::uuid is null then null else coalesce(same_as, id) end, $6
     from (select 1) as one left join figure_release on figure_release.id = $5::uuid`,
    [
      id,
      partnerId,
      asOf,
      rules,
      isUnchanged ? before.id : null,
      isUnchanged
        ? null
        : JSON.stringify(Object.fromEntries(figures.map(({ key, showing }) => [key, showing]))),
      quality,
    ],
  );
  await tx.query(
    `insert into released_figure (release_id, partner_id, key, as_of, counts)
     select $1, $2, new.key, $3, new.counts from jsonb_to_recordset($4) as new (key text, counts jsonb)`,
    [id, partnerId, asOf, JSON.stringify(fresh.map(({ key, counts }) => ({ key, counts })))],
  );
  return id;
}

function isSame(one: ReleasedCounts | undefined, other: ReleasedCounts): boolean {
  return (
    one !== undefined &&
    COUNTED.every((name) => one[name] === other[name]) &&
    isDeepStrictEqual(one.map, other.map) &&
    isDeepStrictEqual(one.spread, other.spread) &&
    isDeepStrictEqual(one.own, other.own) &&
    isDeepStrictEqual(one.cost, other.cost)
  );
}
const COUNTED = ['numerator', 'denominator', 'squares', 'subjects', 'unknown'] as const;

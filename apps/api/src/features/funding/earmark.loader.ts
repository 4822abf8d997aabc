import { defineLoader, groupBy } from '../../graphql/loader.ts';
import { readRows } from '../../graphql/look-ahead.ts';
import { GrantEntity } from './grant.entity.ts';

interface EarmarkRow {
  readonly duoId: string;
  readonly grantId: string;
  readonly share: number;
}

/** Everything that the type of a grant may be asked for. */
export const WHOLE_GRANT = {
  reference: {},
  kind: {},
  status: {},
  counts: {},
  purpose: {},
  startsOn: {},
  endsBefore: {},
  amountCents: {},
  currency: {},
  version: {},
  funder: { name: {}, kind: {} },
  branch: { name: {}, country: {} },
};

/** The earmarks of a duo with their grants. */
export const earmarksOfDuo = defineLoader<{ duoId: string; share: number; grant: GrantEntity }[]>(
  async (ids, { db }) => {
    const rows: EarmarkRow[] = await db.query(
      'select duo_id as "duoId", grant_id as "grantId", share from earmark where duo_id = any ($1)',
      [ids],
    );
    const query = db
      .getRepository(GrantEntity)
      .createQueryBuilder('g')
      .where('g.id = any (:ids)', { ids: rows.map((row) => row.grantId) });
    const grants = new Map((await readRows(query, WHOLE_GRANT)).map((grant) => [grant.id, grant]));
    const earmarks = rows.flatMap(({ duoId, grantId, share }) => {
      const grant = grants.get(grantId);
      return grant === undefined ? [] : [{ duoId, share, grant }];
    });
    return groupBy(earmarks, (earmark) => earmark.duoId);
  },
  [],
);

/** How many duos a grant pays, in part or whole, and what its shares of them come to. */
export const earmarkedOf = defineLoader<{ duos: number; share: number }>(
  async (ids, { db }) => {
    const rows: { id: string; duos: number; share: number }[] = await db.query(
      'select grant_id as id, count(*) as duos, sum(share) as share from earmark where grant_id = any ($1) group by grant_id',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  { duos: 0, share: 0 },
);

/** Whether a duo began before a grant, and whether it ended or is planned to end after it, of rows of both. */
export const BEGINS_BEFORE = 'duo.started_on < funding_grant.starts_on';
export const GOES_ON_AFTER = 'coalesce(duo.closed_on, duo.planned_end_on) >= funding_grant.ends_before';

/** How many of the duos that a grant pays have a part of their course outside of its period. */
export const pastItsTime = defineLoader<{ begunBefore: number; beyond: number }>(
  async (ids, { db }) => {
    const rows: { id: string; begunBefore: number; beyond: number }[] = await db.query(
      `select grant_id as id, count(*) filter (where ${BEGINS_BEFORE}) as "begunBefore",
         count(*) filter (where ${BEGINS_BEFORE} or ${GOES_ON_AFTER}) as beyond
       from earmark join duo on duo.id = duo_id join funding_grant on funding_grant.id = grant_id
       where grant_id = any ($1) group by grant_id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },
  { begunBefore: 0, beyond: 0 },
);

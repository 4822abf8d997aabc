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

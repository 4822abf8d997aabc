import type { Transactions } from '../../../database/database.ts';

/** A fact of which the months have digests: by which day, and by what its rows are told apart. */
interface Fingerprinted {
  readonly month: string;
  readonly key: string;
}

/** Everything that figures are counted from; a social return besides, whose value maps have versions of their own. */
const FACTS: Readonly<Record<string, Fingerprinted>> = {
  duo_fact: { month: 'started_on', key: 'duo_id' },
  response_fact: { month: 'closed_on', key: 'response_id' },
  mentee_fact: { month: 'info_session_on', key: 'mentee_id' },
  mentor_fact: { month: 'info_session_on', key: 'mentor_id' },
  cost: { month: 'booked_on', key: 'id' },
  funding_grant: { month: 'starts_on', key: 'id' },
  valued_hours: { month: 'worked_on', key: 'id' },
};
/** Rows without the day that places them in a month. */
const NO_MONTH = '0001-01-01';
/** Duos alone open to their records, and so are told one by one. */
const WITH_MEMBERS = 'duo_fact';

type Rows = Pick<Transactions, 'query'>;

/** The columns of each fact, in order: what its digests are made of. Later columns do not make other data of the same. */
export type FactColumns = Readonly<Record<string, readonly string[]>>;

export interface FactMonth {
  readonly fact: string;
  readonly month: string;
  readonly rowCount: number;
  /** SHA-256 over the digests of its rows, in hexadecimal digits. */
  readonly digest: string;
}

export async function columnsOfFacts(db: Rows): Promise<FactColumns> {
  const rows: { fact: string; columns: string[] }[] = await db.query(
    `select table_name as fact, array_agg(column_name::text order by column_name) as columns
     from information_schema.columns where table_schema = 'public' and table_name = any ($1) group by table_name`,
    [Object.keys(FACTS)],
  );
  return Object.fromEntries(rows.map(({ fact, columns }) => [fact, columns]));
}

/** Each row of a fact with its month, its key and its digest over these columns. */
function rowsOf(fact: string, columns: readonly string[]): string {
  const { month, key } = FACTS[fact] ?? { month: 'null::date', key: 'null' };
  const values = columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
  return `select coalesce(date_trunc('month', ${month})::date, '${NO_MONTH}') as month, ${key} as key,
    sha256(convert_to(row(${values})::text, 'UTF8')) as digest from ${fact}`;
}

/** The months of all facts as they are now. */
export async function monthsOfFacts(db: Rows, columns: FactColumns): Promise<FactMonth[]> {
  const facts = Object.keys(FACTS).filter((fact) => columns[fact] !== undefined);
  const months: FactMonth[] = [];
  for (const fact of facts)
    months.push(
      ...(await db.query<FactMonth[]>(
        `select '${fact}' as fact, month, count(*)::integer as "rowCount", encode(sha256(string_agg(digest, '' order by key)), 'hex') as digest
         from (${rowsOf(fact, columns[fact] ?? [])}) as rows group by month order by month`,
      )),
    );
  return months;
}

/** Writes the months of all facts down for a snapshot, with who the duos are. */
export async function keepMonths(db: Rows, snapshotId: string, columns: FactColumns): Promise<FactMonth[]> {
  for (const [fact, of] of Object.entries(columns)) {
    const members =
      fact === WITH_MEMBERS
        ? `string_agg(uuid_send(key) || substring(digest for 8), '' order by key)`
        : 'null';
    await db.query(
      `insert into figure_snapshot_month (snapshot_id, fact, month, row_count, digest, members)
       select $1, '${fact}', month, count(*), sha256(string_agg(digest, '' order by key)), ${members}
       from (${rowsOf(fact, of)}) as rows group by month`,
      [snapshotId],
    );
  }
  return keptMonths(db, snapshotId);
}

/** The months of a snapshot as they were written down. */
export function keptMonths(db: Rows, snapshotId: string): Promise<FactMonth[]> {
  return db.query(
    `select fact, month, row_count as "rowCount", encode(digest, 'hex') as digest from figure_snapshot_month
     where snapshot_id = $1 order by fact, month`,
    [snapshotId],
  );
}

/**
 * The duos that are other ones than in a snapshot, in the months ($2) whose digests are: `id`, and `change`. $1 is the
 * snapshot.
 */
export function changedDuos(columns: readonly string[]): string {
  return `with kept as (
  select encode(substring(members from place * 24 + 1 for 16), 'hex')::uuid as key, substring(members from place * 24 + 17 for 8) as digest
  from figure_snapshot_month cross join lateral generate_series(0, octet_length(members) / 24 - 1) as place
  where snapshot_id = $1 and fact = '${WITH_MEMBERS}' and month = any ($2::date[])),
now as (select key, substring(digest for 8) as digest from (${rowsOf(WITH_MEMBERS, columns)}) as rows where month = any ($2::date[]))
select key as id, case when kept.digest is null then 'ENTERED' when now.digest is null then 'LEFT' else 'CHANGED' end as change
from kept full join now using (key) where kept.digest is distinct from now.digest`;
}

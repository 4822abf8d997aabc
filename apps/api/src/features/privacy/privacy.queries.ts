import type { EntityManager } from 'typeorm';
import { IS_MET, NAME, RECORDS } from './people.sql.ts';
import { purposesWhere } from './purposes.sql.ts';
import type { ErasureType } from './erasure.type.ts';
import type { ConsentType, LegalHoldType, PersonPrivacyType, PurposeType } from './privacy.type.ts';

type Rows = Pick<EntityManager, 'query'>;

/** Holds and erasures that are listed. */
export const LATEST = 200;

/** Every version of every purpose, the latest first within one. */
export function listPurposes(db: Rows): Promise<PurposeType[]> {
  return db.query(purposesWhere('true'));
}

export async function findPerson(db: Rows, id: string): Promise<PersonPrivacyType | null> {
  const [person]: PersonPrivacyType[] = await db.query(
    `select person.id, ${NAME} as name, erased_on as "erasedOn", ${RECORDS} from person where person.id = $1 and (${IS_MET})`,
    [id],
  );
  return person ?? null;
}

/** What a person said, the latest first. */
export async function consentsOf(
  db: Rows,
  personIds: readonly string[],
): Promise<(ConsentType & { personId: string })[]> {
  return db.query(
    `select id, person_id as "personId", purpose, version, status, on_day as "onDay", recorded_at as "recordedAt", recorded_by as "recordedBy"
     from consent where person_id = any ($1) order by on_day desc nulls last, recorded_at desc, id desc`,
    [personIds],
  );
}

const HOLDS = `select legal_hold.id, person.id as "personId", ${NAME} as name, ${RECORDS}, reason,
    placed_at as "placedAt", placed_by as "placedBy", lifted_at as "liftedAt", lifted_by as "liftedBy"
  from legal_hold join person on person.id = legal_hold.person_id`;

/** All legal holds that stand, then those that were lifted last. */
export function listHolds(db: Rows): Promise<LegalHoldType[]> {
  return db.query(
    `${HOLDS} where lifted_at is null or legal_hold.id in (
       select id from legal_hold where lifted_at is not null order by lifted_at desc limit ${LATEST})
     order by lifted_at desc nulls first, placed_at desc`,
  );
}

export function standingHolds(db: Rows, personIds: readonly string[]): Promise<LegalHoldType[]> {
  return db.query(`${HOLDS} where lifted_at is null and person.id = any ($1)`, [personIds]);
}

/** Who was erased when, by whom and why, the latest first. */
export function listErasures(db: Rows): Promise<ErasureType[]> {
  return db.query(
    `select entry.id, entry.record_id as "personId", entry.at, entry.actor_name as by, coalesce(entry.after ->> 'reason', '') as reason,
       ${RECORDS}, (select count(*) from audit_entry as emptied where emptied.redaction_id = entry.id) as entries
     from audit_entry as entry join person on person.id = entry.record_id
     where entry.action = 'erasePerson' order by entry.at desc limit ${LATEST}`,
  );
}

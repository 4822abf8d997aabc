import type { ErasureState } from '@tandem/domain/privacy';
import type { EntityManager } from 'typeorm';
import { Refused } from '../../graphql/refusal.type.ts';

export interface LockedPerson extends ErasureState {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** By what a text could name them. */
  readonly names: readonly string[];
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly volunteerIds: readonly string[];
  readonly duoIds: readonly string[];
}

/**
 * A person with all that hangs on them, locked in the order of everybody: duos, mentor, mentee, registrations, then the
 * person. What stands is asked once all locks are there, so that a duo, hours or a hold that were waited for count.
 */
export async function lockPerson(tx: EntityManager, id: string): Promise<LockedPerson> {
  await tx.query(
    `select 1 from duo where id in (
       select duo.id from duo join mentor on mentor.id = mentor_id where person_id = $1
       union all select duo.id from duo join mentee on mentee.id = mentee_id where person_id = $1)
     order by id for update`,
    [id],
  );
  for (const table of ['mentor', 'mentee', 'volunteer'])
    await tx.query(`select 1 from ${table} where person_id = $1 order by id for update`, [id]);
  await tx.query('select 1 from person where id = $1 for update', [id]);
  const [person]: LockedPerson[] = await tx.query(
    `with own as (
       select array(select id from mentee where person_id = $1) as mentees, array(select id from mentor where person_id = $1) as mentors),
     own_duo as (
       select duo.id, closed_on from own join duo on mentee_id = any (mentees)
       union select duo.id, closed_on from own join duo on mentor_id = any (mentors))
     select person.id, given_name as "givenName", family_name as "familyName", erased_on as "erasedOn",
       array[given_name, family_name] || other_names_of(id) as names,
       exists (select from legal_hold where person_id = $1 and lifted_at is null) as "onHold",
       exists (select from own_duo where closed_on is null) as "hasActiveDuo",
       mentees as "menteeIds", mentors as "mentorIds",
       array(select id from volunteer where person_id = $1) as "volunteerIds",
       array(select id from own_duo) as "duoIds"
     from person cross join own where id = $1`,
    [id],
  );
  if (person === undefined) throw new Refused({ code: 'NOT_FOUND', field: 'personId' });
  return person;
}

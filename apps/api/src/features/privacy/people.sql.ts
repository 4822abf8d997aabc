/**
 * The person is one that the viewer meets: as a mentee, a mentor or a volunteer. Row-level security narrows people to
 * these for who is bound to branches.
 */
export const IS_MET = ['mentee', 'mentor', 'volunteer']
  .map((table) => `exists (select from ${table} where ${table}.person_id = person.id)`)
  .join(' or ');

export const NAME = `person.given_name || ' ' || person.family_name`;

/** The pages on which a person stands. */
export const RECORDS = `(select id from mentee where person_id = person.id) as "menteeId", (select id from mentor where person_id = person.id) as "mentorId"`;

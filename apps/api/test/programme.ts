import type { DataSource } from 'typeorm';
import { newId } from '../src/database/new-id.ts';

/** Small builders: each makes what it needs and answers with the ids. */
export async function makeBranch(db: DataSource, name = 'Bruxelles') {
  const id = newId();
  await db.query(`insert into branch (id, name, country) values ($1, $2, 'BE')`, [id, name]);
  return id;
}

export async function makeCoordinator(db: DataSource, branchId: string, name = 'Coord. 1') {
  const id = newId();
  await db.query('insert into coordinator (id, name, branch_id) values ($1, $2, $3)', [id, name, branchId]);
  return id;
}

async function makePerson(db: DataSource, givenName: string, familyName: string) {
  const id = newId();
  await db.query(
    `insert into person (id, given_name, family_name, gender, birth_date) values ($1, $2, $3, 'WOMAN', '1990-05-01')`,
    [id, givenName, familyName],
  );
  return id;
}

export async function makeMentee(
  db: DataSource,
  branchId: string,
  givenName = 'Amina',
  familyName = 'Diallo',
) {
  const id = newId();
  const personId = await makePerson(db, givenName, familyName);
  await db.query('insert into mentee (id, person_id, reference, branch_id) values ($1, $2, $3, $4)', [
    id,
    personId,
    `E-${id}`,
    branchId,
  ]);
  await db.query(
    `insert into stage_change (person_id, journey, stage, reached_on) values ($1, 'MENTEE', 'INFO_SESSION', '2017-01-05')`,
    [personId],
  );
  await db.query(`select refresh_people_facts($1, '{}')`, [[id]]);
  return id;
}

async function makeMentor(db: DataSource, branchId: string, givenName = 'Rita', familyName = 'Peeters') {
  const id = newId();
  const personId = await makePerson(db, givenName, familyName);
  await db.query('insert into mentor (id, person_id, reference, branch_id) values ($1, $2, $3, $4)', [
    id,
    personId,
    `M-${id}`,
    branchId,
  ]);
  await db.query(
    `insert into stage_change (person_id, journey, stage, reached_on) values ($1, 'MENTOR', 'TRAINED', '2017-01-10')`,
    [personId],
  );
  await db.query(`select refresh_people_facts('{}', $1)`, [[id]]);
  return id;
}

export interface DuoDays {
  readonly startedOn: string;
  readonly closedOn?: string;
}

export async function makeDuo(
  db: DataSource,
  branchId: string,
  coordinatorId: string,
  { startedOn, closedOn }: DuoDays,
) {
  const id = newId();
  const mentorId = await makeMentor(db, branchId, 'Rita', `Mentor ${id.slice(-4)}`);
  const menteeId = await makeMentee(db, branchId, 'Amina', `Mentee ${id.slice(-4)}`);
  await db.query(
    `insert into duo (id, reference, mentor_id, mentee_id, coordinator_id, branch_id, started_on, planned_end_on, closed_on, closure_reason)
     values ($1, $2, $3, $4, $5, $6, $7::date, $7::date + 180, $8::date, case when $8::date is null then null else 'COMPLETED' end)`,
    [id, `D-${id}`, mentorId, menteeId, coordinatorId, branchId, startedOn, closedOn ?? null],
  );
  await db.query('select refresh_duo_facts($1)', [[id]]);
  return { id, mentorId, menteeId };
}

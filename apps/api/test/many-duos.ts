import type { DataSource } from 'typeorm';

export interface DuoCourse {
  readonly startedOn: string;
  readonly closedOn?: string;
  readonly closureReason?: string;
  /** The day on which the mentee was found in a training, and in an open-ended job. */
  readonly trainedOn?: string;
  readonly employedOn?: string;
  /** A day on which the mentee was found still searching. */
  readonly searchedOn?: string;
  readonly gender?: string;
  readonly educationLevel?: string;
  readonly birthDate?: string;
}

/** Duos with people of their own and what became of them, all at once; answers with how many. */
export async function makeDuos(
  db: DataSource,
  branchId: string,
  courses: readonly DuoCourse[],
): Promise<number> {
  const rows: { ids: string[] }[] = await db.query(
    `with course as materialized (
       select uuid_v7() as duo, uuid_v7() as mentor, uuid_v7() as mentor_person, uuid_v7() as mentee, uuid_v7() as mentee_person, given.*
       from jsonb_to_recordset($2) as given ("startedOn" date, "closedOn" date, "closureReason" text, "trainedOn" date, "employedOn" date,
         "searchedOn" date, gender text, "educationLevel" text, "birthDate" date)),
     people as (
       insert into person (id, given_name, family_name, gender, birth_date)
       select mentor_person, 'Rita', 'Peeters', null, null from course
       union all select mentee_person, 'Amina', 'Diallo', gender, "birthDate" from course),
     mentors as (insert into mentor (id, person_id, reference, branch_id) select mentor, mentor_person, 'M-' || mentor, $1 from course),
     mentees as (
       insert into mentee (id, person_id, reference, branch_id, education_level)
       select mentee, mentee_person, 'E-' || mentee, $1, "educationLevel" from course),
     duos as (
       insert into duo (id, reference, mentor_id, mentee_id, branch_id, started_on, planned_end_on, closed_on, closure_reason)
       select duo, 'D-' || duo, mentor, mentee, $1, "startedOn", "startedOn" + 180, "closedOn",
         case when "closedOn" is not null then coalesce("closureReason", 'COMPLETED') end from course),
     outcomes as (
       insert into outcome (duo_id, observed_on, situation, contract_type, evidence, recorded_on)
       select duo, seen.*, observed_on from course cross join lateral (values
         ("trainedOn", 'TRAINING', null, 'DECLARED'), ("employedOn", 'JOB', 'OPEN_ENDED', 'CONTRACT'), ("searchedOn", 'JOB_SEARCH', null, 'DECLARED')
       ) as seen (observed_on, situation, contract_type, evidence) where observed_on is not null)
     select array_agg(duo) as ids from course`,
    [branchId, JSON.stringify(courses)],
  );
  const ids = rows[0]?.ids ?? [];
  await db.query('select refresh_duo_facts($1)', [ids]);
  return ids.length;
}

/** The same course so many times. */
export function times(count: number, course: DuoCourse): DuoCourse[] {
  return Array.from({ length: count }, () => course);
}

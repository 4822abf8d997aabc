import type { EntityManager } from 'typeorm';
import { blankNames } from './blank-names.ts';
import { IS_MET } from './people.sql.ts';
import type {
  FiledDuo,
  FiledEvent,
  FiledMentee,
  FiledMentor,
  FiledPerson,
  FiledRegistration,
  PersonFile,
} from './person-file.type.ts';

type Rows = Pick<EntityManager, 'query'>;

/**
 * Everything that is held about a person; null where there is none. Of others nothing: neither who the counterpart of a
 * duo was nor what they answered, and their names are blanked in what was written freely. Nor who of the staff did what.
 */
export async function readPersonFile(db: Rows, id: string, exportedAt: Date): Promise<PersonFile | null> {
  const [person]: FiledPerson[] = await db.query(
    `select id, given_name as "givenName", family_name as "familyName", gender, birth_date as "birthDate", email, erased_on as "erasedOn"
     from person where id = $1 and (${IS_MET})`,
    [id],
  );
  if (person === undefined) return null;
  const [mentee]: FiledMentee[] = await db.query(
    `select reference, branch.name as branch, education_level as "educationLevel", nationality, residence_ground as "residenceGround",
       months_out_of_work as "monthsOutOfWork", referral
     from mentee join branch on branch.id = branch_id where person_id = $1`,
    [id],
  );
  const [mentor]: FiledMentor[] = await db.query(
    `select reference, branch.name as branch, sector, work_status as "workStatus"
     from mentor join branch on branch.id = branch_id where person_id = $1`,
    [id],
  );
  const others = await counterpartsOf(db, id);
  return {
    format: 'tandem-person-1',
    exportedAt: exportedAt.toISOString(),
    person,
    mentee: mentee ?? null,
    mentor: mentor ?? null,
    steps: await db.query(
      'select journey, stage, reached_on as "reachedOn" from stage_change where person_id = $1 order by reached_on, stage',
      [id],
    ),
    duos: (await duosOf(db, id)).map((duo) => ({
      ...duo,
      meetings: duo.meetings.map((meeting) => ({ ...meeting, note: blankNames(meeting.note, others) })),
    })),
    registrations: (await registrationsOf(db, id)).map((registration) => ({
      ...registration,
      hours: registration.hours.map((hours) => ({
        ...hours,
        activity: blankNames(hours.activity, others) ?? '',
      })),
    })),
    events: (await eventsOf(db, id)).map((event) => ({
      ...event,
      title: blankNames(event.title, others) ?? '',
    })),
    consents: await db.query(
      `select purpose, version, status, on_day as "onDay" from consent where person_id = $1 order by on_day nulls first, recorded_at`,
      [id],
    ),
    holds: await db.query(
      `select reason, placed_at as "placedAt", lifted_at as "liftedAt" from legal_hold where person_id = $1 order by placed_at`,
      [id],
    ),
    trail: await db.query(
      `with duos as (${DUO_IDS}), volunteers as (select id from volunteer where person_id = $1),
       own as (select $1::uuid as id union select id from duos union select id from volunteers
         union select id from mentee where person_id = $1 union select id from mentor where person_id = $1)
       select at, action, record_kind as "recordKind" from audit_entry
       where subject_id = any (array(select id from own)) or record_id = any (array(select id from own)) order by at, id`,
      [id],
    ),
  };
}

const DUO_IDS = `select duo.id, 'MENTEE' as role, mentor_id as other from duo join mentee on mentee.id = mentee_id where person_id = $1
  union all select duo.id, 'MENTOR', mentee_id from duo join mentor on mentor.id = mentor_id where person_id = $1`;

async function counterpartsOf(db: Rows, id: string): Promise<string[]> {
  const rows: { givenName: string; familyName: string }[] = await db.query(
    `select given_name as "givenName", family_name as "familyName" from person
     where id in (select person_id from mentee where id in (select other from (${DUO_IDS}) as duos)
       union select person_id from mentor where id in (select other from (${DUO_IDS}) as duos))`,
    [id],
  );
  return rows.flatMap(({ givenName, familyName }) => [givenName, familyName]);
}

function duosOf(db: Rows, id: string): Promise<FiledDuo[]> {
  return db.query(
    `select duo.reference, own.role, branch.name as branch, started_on as "startedOn", planned_end_on as "plannedEndOn",
       closed_on as "closedOn", closure_reason as "closureReason",
       (select coalesce(json_agg(json_build_object('heldOn', held_on, 'minutes', minutes, 'mode', mode, 'note', note) order by held_on), '[]')
        from meeting where duo_id = duo.id and removed_at is null) as meetings,
       (select coalesce(json_agg(json_build_object('observedOn', observed_on, 'situation', situation, 'contractType', contract_type,
          'months', months, 'evidence', evidence, 'recordedOn', recorded_on) order by observed_on), '[]')
        from outcome where duo_id = duo.id and removed_at is null and own.role = 'MENTEE') as situations,
       (select coalesce(json_agg(json_build_object('answeredOn', answered_on, 'question', question, 'score', score, 'recordedOn', recorded_on) order by question), '[]')
        from response join answer on response_id = response.id where duo_id = duo.id and respondent = own.role) as answers
     from (${DUO_IDS}) as own join duo using (id) join branch on branch.id = duo.branch_id order by started_on`,
    [id],
  );
}

function registrationsOf(db: Rows, id: string): Promise<FiledRegistration[]> {
  return db.query(
    `select partner.name as company, branch.name as branch, engagement, status, availability, planned_hours as "plannedHours",
       registered_on as "registeredOn", withdrawn_on as "withdrawnOn",
       (select coalesce(json_agg(json_build_object('workedOn', worked_on, 'minutes', minutes, 'activity', activity, 'status', time_entry.status,
          'rejectionReason', rejection_reason) order by worked_on), '[]')
        from time_entry where volunteer_id = volunteer.id and removed_at is null) as hours
     from volunteer join partner on partner.id = partner_id join branch on branch.id = branch_id where person_id = $1 order by registered_on`,
    [id],
  );
}

/** Those on whose lists they are. */
function eventsOf(db: Rows, id: string): Promise<FiledEvent[]> {
  return db.query(
    `select kind, title, held_on as "heldOn", branch.name as branch, role, status
     from attendance join event on event.id = event_id join branch on branch.id = branch_id where person_id = $1 order by held_on, event.id`,
    [id],
  );
}

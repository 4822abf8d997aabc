import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a rule of retention may end is looked up by the day since when; it read everybody. Of duos that is an index of
 * migration 1700000000060.
 */
export class RetentionLooksUp1700000000062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create index mentee_fact_candidate on mentee_fact (greatest(info_session_on, registered_on, intake_on)) where matched_on is null;
create index mentor_fact_candidate on mentor_fact (greatest(info_session_on, interview_on, trained_on)) where first_duo_on is null;
create index volunteer_of_person on volunteer (person_id);
create index volunteer_withdrawn on volunteer (withdrawn_on) where status = 'WITHDRAWN';
create index meeting_with_note on meeting (duo_id) where note is not null;
`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop index mentee_fact_candidate, mentor_fact_candidate, volunteer_of_person, volunteer_withdrawn, meeting_with_note',
    );
  }
}

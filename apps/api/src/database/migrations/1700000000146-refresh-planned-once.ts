import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What follows a write of one duo is planned once and not with each write (from PostgreSQL 18 on, which keeps plans of functions
 * in SQL): for a list of duos whose length is not known the planner takes ten, finds that dearer than the one that there is, and
 * plans anew each time, which takes longer than the work. Whoever replaces one of these functions says it again.
 */
export class RefreshPlannedOnce1700000000146 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const name of NARROW)
      await runner.query(`alter function ${name} set plan_cache_mode = 'force_generic_plan'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of NARROW) await runner.query(`alter function ${name} reset plan_cache_mode`);
  }
}

const NARROW = [
  'refresh_outcome_facts(uuid[])',
  'refresh_closure_facts(uuid[])',
  'refresh_meeting_facts(uuid[])',
];

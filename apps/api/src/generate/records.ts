import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** What is filled, with the columns that are written; parents before what refers to them. */
const COLUMNS = {
  branch: ['id', 'name', 'country'],
  coordinator: ['id', 'name', 'branch_id'],
  partner: ['id', 'name', 'kind'],
  person: ['id', 'given_name', 'family_name', 'gender', 'birth_date', 'email'],
  consent: ['id', 'person_id', 'purpose', 'version', 'status', 'on_day', 'recorded_at'],
  mentee: [
    'id',
    'person_id',
    'reference',
    'branch_id',
    'education_level',
    'nationality',
    'residence_ground',
    'months_out_of_work',
    'referral',
  ],
  mentor: ['id', 'person_id', 'reference', 'branch_id', 'sector', 'work_status'],
  stage_change: ['person_id', 'journey', 'stage', 'reached_on'],
  volunteer: ['id', 'person_id', 'partner_id', 'branch_id', 'engagement', 'status', 'registered_on'],
  funding_grant: [
    'id',
    'reference',
    'partner_id',
    'kind',
    'starts_on',
    'ends_before',
    'amount_cents',
    'branch_id',
  ],
  duo: [
    'id',
    'reference',
    'mentor_id',
    'mentee_id',
    'coordinator_id',
    'branch_id',
    'started_on',
    'planned_end_on',
    'closed_on',
    'closure_reason',
    'last_meeting_on',
  ],
  earmark: ['duo_id', 'grant_id', 'share'],
  meeting: ['id', 'duo_id', 'held_on', 'minutes', 'mode'],
  outcome: ['id', 'duo_id', 'observed_on', 'situation', 'contract_type', 'months', 'evidence', 'recorded_on'],
  response: ['id', 'duo_id', 'respondent', 'answered_on', 'recorded_on'],
  answer: ['response_id', 'question', 'score'],
  event: ['id', 'reference', 'kind', 'title', 'held_on', 'branch_id', 'audience'],
  attendance: ['id', 'event_id', 'person_id', 'role', 'status'],
  time_entry: ['id', 'volunteer_id', 'worked_on', 'minutes', 'activity', 'status', 'rejection_reason'],
  cost: ['id', 'booked_on', 'category', 'branch_id', 'amount_cents'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Table = keyof typeof COLUMNS;
export const TABLES = Object.keys(COLUMNS) as readonly Table[];

/** As many values as the table has columns here, in their order. */
type Row<Columns extends readonly string[]> = {
  readonly [Index in keyof Columns]: string | number | null;
};

/** So many rows are kept before they are written: enough for a COPY to pay, few enough for memory to stay flat. */
const KEPT = 40_000;

/** Rows on their way into the database, each table's by COPY. */
export class Records {
  readonly #client: Client;
  readonly #lines = new Map<Table, string[]>(TABLES.map((table) => [table, []]));
  #kept = 0;

  constructor(client: Client) {
    this.#client = client;
  }

  /** Values hold no tab, line break or backslash: all are made here. */
  add<T extends Table>(table: T, ...values: Row<(typeof COLUMNS)[T]>): void {
    let line = '';
    for (const value of values) line += `${line === '' ? '' : '\t'}${value ?? '\\N'}`;
    this.#lines.get(table)?.push(line);
    this.#kept += 1;
  }

  async writeWhereMany(): Promise<void> {
    if (this.#kept >= KEPT) await this.write();
  }

  async write(): Promise<void> {
    for (const [table, lines] of this.#lines) {
      if (lines.length === 0) continue;
      const text = `${lines.splice(0).join('\n')}\n`;
      await pipeline(
        Readable.from([Buffer.from(text)]),
        this.#client.query(copyFrom(`copy ${table} (${COLUMNS[table].join(', ')}) from stdin`)),
      );
    }
    this.#kept = 0;
  }
}

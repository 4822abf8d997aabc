import type { CalendarDay } from '@tandem/domain/calendar-day';
import { decideErasure, decideReason } from '@tandem/domain/privacy';
import { reasonInput } from '@tandem/domain/privacy-inputs';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput } from '../../graphql/refusal.type.ts';
import { actorOf, recordChangeBy, type Actor } from '../audit/record-change.ts';
import { lockPerson, type LockedPerson } from './lock-person.ts';

/** What an erasure takes away, and what stays because figures count it. */
export interface Erasure {
  readonly personId: string;
  readonly notes: number;
  readonly hours: number;
  readonly mentions: number;
  readonly consents: number;
  readonly entries: number;
  readonly duos: number;
  readonly meetings: number;
  readonly situations: number;
  readonly answers: number;
  readonly attendances: number;
}

export interface Order {
  readonly actor: Actor;
  readonly at: Date;
  readonly today: CalendarDay;
  readonly personId: string;
  readonly reason: string;
}

class PreviewDone extends Error {}

/** Takes away who a person is, everywhere, for good. What figures count stays. */
export function erasePerson(context: Context, personId: string, raw: string): Promise<Erasure> {
  const { reason } = parseInput(reasonInput, { reason: raw });
  return context.db.transaction(async (tx) => {
    decided(decideReason(reason, (await lockPerson(tx, personId)).names));
    return eraseIn(tx, orderOf(context, personId, reason));
  });
}

/** What erasePerson would do: it does it, and takes it back. */
export async function previewErasure(context: Context, personId: string): Promise<Erasure> {
  let erasure: Erasure | undefined;
  await context.db
    .transaction(async (tx) => {
      erasure = await eraseIn(tx, orderOf(context, personId, '–'));
      throw new PreviewDone();
    })
    .catch((error: unknown) => {
      if (!(error instanceof PreviewDone)) throw error;
    });
  if (erasure === undefined) throw new Error('a preview ended without an erasure');
  return erasure;
}

function orderOf(context: Context, personId: string, reason: string): Order {
  return { actor: actorOf(context), at: context.now, today: context.today, personId, reason };
}

/**
 * The erasure in a transaction that is its caller's. Texts go first, as long as there are names to find them by; then the
 * database takes the identity away together with what the trail says of it (migration 1700000000012).
 */
export async function eraseIn(tx: EntityManager, order: Order): Promise<Erasure> {
  const { personId, reason, today } = order;
  // Texts that may name the person are found by an index; of a name of two letters those are all texts that there are.
  await tx.query(`set local statement_timeout = '10min'`);
  const person = await lockPerson(tx, personId);
  decided(decideErasure(person));
  // Nobody expects them any more.
  await tx.query(
    `delete from attendance using event where event.id = event_id and person_id = $1 and status = 'REGISTERED' and held_on > $2`,
    [personId, today],
  );
  const kept = await countKept(tx, person);
  const texts = await eraseTexts(tx, person, today);
  const mentioned = await eraseMentions(tx, person);
  await tx.query(`update legal_hold set reason = '${NOTHING}' where person_id = $1`, [personId]);
  const consents = await changed(tx, 'delete from consent where person_id = $1', [personId]);
  const entryId = await recordChangeBy(tx, order.actor, order.at, {
    action: 'erasePerson',
    recordKind: 'person',
    recordId: personId,
    subjectId: personId,
    after: { reason },
  });
  const [{ entries, mentions }]: [Pick<Erasure, 'entries' | 'mentions'>] = await tx.query(
    'select * from erase_identity($1, $2)',
    [entryId, today],
  );
  await eraseReferences(tx, person);
  await tx.query('select refresh_people_facts($1, $2)', [person.menteeIds, person.mentorIds]);
  await tx.query('select refresh_duo_facts($1)', [person.duoIds]);
  return { personId, ...texts, mentions: mentioned + mentions, consents, entries, ...kept };
}

async function countKept(tx: EntityManager, { id, duoIds, menteeIds, mentorIds }: LockedPerson) {
  const [counts]: Pick<Erasure, 'meetings' | 'situations' | 'answers' | 'attendances'>[] = await tx.query(
    `select (select count(*) from meeting where duo_id = any ($1) and removed_at is null) as meetings,
       (select count(*) from outcome join duo on duo.id = duo_id where duo_id = any ($1) and mentee_id = any ($2) and removed_at is null) as situations,
       (select count(*) from response join duo on duo.id = duo_id where duo_id = any ($1)
          and (respondent = 'MENTEE' and mentee_id = any ($2) or respondent = 'MENTOR' and mentor_id = any ($3))) as answers,
       (select count(*) from attendance where person_id = $4) as attendances`,
    [duoIds, menteeIds, mentorIds, id],
  );
  return { duos: duoIds.length, meetings: 0, situations: 0, answers: 0, attendances: 0, ...counts };
}

/** Stands where a text was that may not be empty. */
const NOTHING = '–';

/** Rows that were removed and those that were not have an index each; of both together there is none. */
const rowsOf = (table: string, column: string) =>
  `id in (${['is null', 'is not null'].map((removed) => `select id from ${table} where ${column} = any ($1) and removed_at ${removed}`).join(' union all ')})`;

/** What was written freely in the person's own records; meetings and duos stay, without a word. */
async function eraseTexts(
  tx: EntityManager,
  { duoIds, volunteerIds, menteeIds, mentorIds }: LockedPerson,
  today: CalendarDay,
) {
  const notes = await changed(
    tx,
    `update meeting set note = null, version = version + 1 where duo_id = any ($1) and note is not null`,
    [duoIds],
  );
  // A key of an import is a digest of the row's cells: whoever has the file could recognise the row.
  for (const table of ['meeting', 'outcome'])
    await tx.query(
      `update ${table} set import_key = null where import_key is not null and ${rowsOf(table, 'duo_id')}`,
      [duoIds],
    );
  const hours = await changed(
    tx,
    `update time_entry set activity = '${NOTHING}', rejection_reason = case when rejection_reason is not null then '${NOTHING}' end, version = version + 1
     where ${rowsOf('time_entry', 'volunteer_id')}`,
    [volunteerIds],
  );
  // Nobody logs more hours for them.
  await tx.query(
    `update volunteer set availability = null, status = 'WITHDRAWN', withdrawn_on = coalesce(withdrawn_on, $2), version = version + 1
     where id = any ($1)`,
    [volunteerIds, today],
  );
  // Figures broken down by one of these count the person as unknown from now on, as they do by age.
  await tx.query(
    'update mentee set nationality = null, residence_ground = null, months_out_of_work = null, referral = null where id = any ($1)',
    [menteeIds],
  );
  await tx.query('update mentor set sector = null, work_status = null where id = any ($1)', [mentorIds]);
  return { notes, hours };
}

/** Of names that there are once. */
const UNNAMED = `'${NOTHING} ' || right(id::text, 12)`;

/** Free texts of other people's records and of settings, and what stands where one named the person. */
const TEXTS_OF_OTHERS = [
  ['meeting', 'note', 'null'],
  ['volunteer', 'availability', 'null'],
  ['time_entry', 'activity', `'${NOTHING}'`],
  ['time_entry', 'rejection_reason', `'${NOTHING}'`],
  ['legal_hold', 'reason', `'${NOTHING}'`],
  ['retention_rule', 'reason', `'${NOTHING}'`],
  ['sroi_model', 'name', UNNAMED],
  ['sroi_row', 'outcome', `'${NOTHING}'`],
  ['sroi_version', 'name', UNNAMED],
  ['sroi_version', 'note', 'null'],
  ['sroi_row', 'proxy_source', 'null'],
  ['sroi_row', 'proxy_unit', 'null'],
  ['sroi_row', 'price_index_name', `'${NOTHING}'`],
  ['sroi_row', 'note', 'null'],
  ['sroi_assumption', 'source', `'${NOTHING}'`],
  ['sroi_scenario', 'name', `'${NOTHING}'`],
  ['sroi_proxy', 'name', `'${NOTHING}'`],
  ['sroi_proxy', 'unit', `'${NOTHING}'`],
  ['sroi_proxy', 'source', `'${NOTHING}'`],
  ['sroi_proxy', 'note', 'null'],
  ['event', 'title', `'${NOTHING}'`],
  ['event', 'reference', UNNAMED],
  ['import_mapping', 'name', UNNAMED],
  ['cost', 'reason', `'${NOTHING}'`],
  ['ledger_event', 'reason', `'${NOTHING}'`],
  ['grant_condition', 'text', `'${NOTHING}'`],
  ['grant_deadline', 'text', `'${NOTHING}'`],
  ['allocation_rule', 'reason', `'${NOTHING}'`],
  ['budget', 'note', 'null'],
  ['in_kind_rate', 'source', `'${NOTHING}'`],
] as const;
/** The same, several of them in a list or under keys: names of files, headers of their columns. */
const LISTS_OF_TEXTS = [
  ['import_run', 'files'],
  ['import_mapping', 'columns'],
  ['import_mapping', 'words'],
] as const;

/** By what texts are looked through. Names are given as the functions of migrations 1700000000012 and 1700000000061 take them. */
const LOOKED_FOR = `select others, keys, patterns_of(keys) as patterns from (
  select array(select words_of(name) from unnest($2::text[]) as name where length(name) > 3) as others,
    array(select key_of(name) from unnest(array_append($2::text[], $1::text)) as name where name = $1 or length(name) > 3) as keys) as looked_for`;
const NAMES = 'words_of($1), words_of($2), $3::text[], $4::text[]';

async function eraseMentions(
  tx: EntityManager,
  { givenName, familyName, names }: LockedPerson,
): Promise<number> {
  const [{ others, keys, patterns }]: [Record<'others' | 'keys' | 'patterns', readonly string[]>] =
    await tx.query(LOOKED_FOR, [familyName, names.slice(2)]);
  const values = [givenName, familyName, others, keys];
  let mentions = 0;
  for (const [table, column, instead] of TEXTS_OF_OTHERS)
    mentions += await changed(
      tx,
      `update ${table} set ${column} = ${instead}
       where ${column} is not null and folded(${column}) like any ($5::text[]) and names_person(${column}, ${NAMES})`,
      [...values, patterns],
    );
  for (const [table, column] of LISTS_OF_TEXTS) {
    const without = `without_person(${column}, ${NAMES})`;
    mentions += await changed(
      tx,
      `update ${table} set ${column} = ${without} where ${column} is distinct from ${without}`,
      values,
    );
  }
  return mentions;
}

/** References lead from a paper file to the record; what remains of one is a digest, by which an import refuses it. */
async function eraseReferences(tx: EntityManager, { menteeIds, mentorIds, duoIds }: LockedPerson) {
  for (const [table, prefix, ids] of [
    ['mentee', 'E', menteeIds],
    ['mentor', 'M', mentorIds],
    ['duo', 'D', duoIds],
  ] as const) {
    await tx.query(
      `insert into erased_reference (digest) select reference_digest('${table}', reference) from ${table} where id = any ($1)
       on conflict do nothing`,
      [ids],
    );
    await tx.query(
      `update ${table} set reference = '${prefix}-' || upper(left(replace(gen_random_uuid()::text, '-', ''), 12)) where id = any ($1)`,
      [ids],
    );
  }
}

/** Runs a statement that writes, and answers with how many rows it changed. */
async function changed(tx: EntityManager, statement: string, values: unknown[]): Promise<number> {
  const [, count]: [unknown[], number] = await tx.query(statement, values);
  return count;
}

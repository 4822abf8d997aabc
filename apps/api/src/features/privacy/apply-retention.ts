import type { CalendarDay } from '@tandem/domain/calendar-day';
import { isRetentionDue } from '@tandem/domain/retention';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../../database/database.ts';
import { Refused } from '../../graphql/refusal.type.ts';
import { ERASE_REMOVED_GROUPS } from '../analysis/removed-groups.sql.ts';
import { recordChangeBy, type Actor } from '../audit/record-change.ts';
import { eraseIn, type Order } from './erase-person.ts';
import { lockPerson } from './lock-person.ts';
import { listDue, listRules, type DueItem } from './retention.queries.ts';

export interface Applied {
  readonly people: number;
  /** Duos whose notes went. */
  readonly notes: number;
  /** Why some could not go, each in its own transaction; they are tried again the next day. */
  readonly failures: readonly unknown[];
}

/**
 * Applies the rules of a day, a transaction for each person and each duo, so that one that cannot go keeps no other. Nothing
 * goes by a rule that was written today, nor by a wider one in its stead. Comparison groups that were removed go with it.
 * @param now the moment that each entry of the trail bears: a long run is many moments.
 */
export async function applyRetention(
  db: Transactions,
  actor: Actor,
  now: () => Date,
  today: CalendarDay,
): Promise<Applied> {
  const failures: unknown[] = [];
  /** Whether it was done; what was refused stays. */
  const done = (work: (tx: EntityManager, order: DayOrder) => Promise<boolean>): Promise<boolean> =>
    db
      .transaction((tx) => work(tx, { actor, at: now(), today }))
      .catch((error: unknown) => {
        if (!(error instanceof Refused)) failures.push(error);
        return false;
      });
  let people = 0;
  let notes = 0;
  for (const item of (await listDue(db, await listRules(db), today)).filter((due) => goes(due, today))) {
    const { personId, duoId } = item;
    if (personId !== null && (await done((tx, order) => eraseDuePerson(tx, order, personId)))) people += 1;
    if (duoId !== null && (await done((tx, order) => eraseDueNotes(tx, order, duoId)))) notes += 1;
  }
  await db.query(ERASE_REMOVED_GROUPS, [today]);
  return { people, notes, failures };
}

function goes({ onHold, appliesOn }: DueItem, today: CalendarDay): boolean {
  return !onHold && appliesOn <= today;
}

type DayOrder = Omit<Order, 'personId' | 'reason'>;

/**
 * The rule by which a person or the notes of a duo go, by the rules and records as they are now. Asked of who is locked: an
 * hour may lie between the list and its last row, and a hold, a new duo or a longer rule came meanwhile.
 */
async function ruleNow(tx: EntityManager, id: string, today: CalendarDay) {
  const [due] = await listDue(tx, await listRules(tx), today, id);
  return due !== undefined && goes(due, today) ? due.rule : undefined;
}

async function eraseDuePerson(tx: EntityManager, order: DayOrder, personId: string): Promise<boolean> {
  await lockPerson(tx, personId);
  const rule = await ruleNow(tx, personId, order.today);
  if (rule === undefined) return false;
  await eraseIn(tx, { ...order, personId, reason: rule.reason });
  return true;
}

/** Takes the notes of a closed duo away, and what the trail says of them. */
async function eraseDueNotes(
  tx: EntityManager,
  { actor, at, today }: DayOrder,
  duoId: string,
): Promise<boolean> {
  await tx.query('select 1 from duo where id = $1 for update', [duoId]);
  const rule = await ruleNow(tx, duoId, today);
  if (rule === undefined) return false;
  await tx.query(
    'update meeting set note = null, version = version + 1 where duo_id = $1 and note is not null',
    [duoId],
  );
  const entryId = await recordChangeBy(tx, actor, at, {
    action: 'eraseNotes',
    recordKind: 'duo',
    recordId: duoId,
    subjectId: duoId,
    after: { reason: rule.reason },
  });
  await tx.query('select empty_note_entries($1)', [entryId]);
  return true;
}

/** Applies the rules once a day, by whichever instance comes first. Answers with undefined where it was done already. */
export async function applyOncePerDay(
  db: Transactions,
  actor: Actor,
  now: () => Date,
  today: CalendarDay,
): Promise<Applied | undefined> {
  const [{ last }]: [{ last: CalendarDay | null }] = await db.query(
    'select max(day) as last from retention_run',
  );
  if (!isRetentionDue(last, today)) return undefined;
  const claimed: unknown[] = await db.query(
    'insert into retention_run (day, started_at) values ($1, $2) on conflict do nothing returning day',
    [today, now()],
  );
  if (claimed.length === 0) return undefined;
  const applied = await applyRetention(db, actor, now, today);
  await db.query('update retention_run set finished_at = now(), people = $2, notes = $3 where day = $1', [
    today,
    applied.people,
    applied.notes,
  ]);
  return applied;
}

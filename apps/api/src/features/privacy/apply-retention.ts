import type { CalendarDay } from '@tandem/domain/calendar-day';
import { appliesFrom, isRetentionDue } from '@tandem/domain/retention';
import type { EntityManager } from 'typeorm';
import type { Transactions } from '../../database/database.ts';
import { Refused } from '../../graphql/refusal.type.ts';
import { recordChangeBy, type Actor } from '../audit/record-change.ts';
import { eraseIn } from './erase-person.ts';
import { listDue, listRules } from './retention.queries.ts';

export interface Applied {
  readonly people: number;
  /** Duos whose notes went. */
  readonly notes: number;
}

/**
 * Applies the rules of a day, a transaction for each person and each duo, so that one that cannot go keeps no other. Nothing
 * goes by a rule that was written today, nor by a wider one in its stead.
 */
export async function applyRetention(
  db: Transactions,
  actor: Actor,
  at: Date,
  today: CalendarDay,
): Promise<Applied> {
  const due = await listDue(db, await listRules(db), today);
  let people = 0;
  let notes = 0;
  for (const { personId, duoId, onHold, rule } of due) {
    if (onHold || appliesFrom(rule) > today) continue;
    const order = { actor, at, today, reason: rule.reason };
    if (personId !== null && (await done(db, (tx) => eraseIn(tx, { ...order, personId })))) people += 1;
    if (duoId !== null && (await done(db, (tx) => eraseNotes(tx, { ...order, duoId })))) notes += 1;
  }
  return { people, notes };
}

/** Whether it was done; what was refused meanwhile (a hold, a new duo) stays. */
function done(db: Transactions, work: (tx: EntityManager) => Promise<unknown>): Promise<boolean> {
  return db.transaction(work).then(
    () => true,
    (error: unknown) => {
      if (error instanceof Refused) return false;
      throw error;
    },
  );
}

interface NotesOrder {
  readonly actor: Actor;
  readonly at: Date;
  readonly duoId: string;
  readonly reason: string;
}

/** Takes the notes of a closed duo away, and what the trail says of them. */
async function eraseNotes(tx: EntityManager, { actor, at, duoId, reason }: NotesOrder): Promise<void> {
  await tx.query('select 1 from duo where id = $1 for update', [duoId]);
  const held: unknown[] = await tx.query(
    `select 1 from legal_hold where lifted_at is null and person_id in (
       select person_id from mentee join duo on mentee_id = mentee.id where duo.id = $1
       union select person_id from mentor join duo on mentor_id = mentor.id where duo.id = $1)
     union all select 1 from duo where id = $1 and closed_on is null`,
    [duoId],
  );
  if (held.length > 0) throw new Refused({ code: 'UNDER_LEGAL_HOLD' });
  await tx.query(
    'update meeting set note = null, version = version + 1 where duo_id = $1 and note is not null',
    [duoId],
  );
  const entryId = await recordChangeBy(tx, actor, at, {
    action: 'eraseNotes',
    recordKind: 'duo',
    recordId: duoId,
    subjectId: duoId,
    after: { reason },
  });
  await tx.query('select empty_note_entries($1)', [entryId]);
}

/** Applies the rules once a day, by whichever instance comes first. Answers with undefined where it was done already. */
export async function applyOncePerDay(
  db: Transactions,
  actor: Actor,
  at: Date,
  today: CalendarDay,
): Promise<Applied | undefined> {
  const [{ last }]: [{ last: CalendarDay | null }] = await db.query(
    'select max(day) as last from retention_run',
  );
  if (!isRetentionDue(last, today)) return undefined;
  const claimed: unknown[] = await db.query(
    'insert into retention_run (day, started_at) values ($1, $2) on conflict do nothing returning day',
    [today, at],
  );
  if (claimed.length === 0) return undefined;
  const applied = await applyRetention(db, actor, at, today);
  await db.query('update retention_run set finished_at = now(), people = $2, notes = $3 where day = $1', [
    today,
    applied.people,
    applied.notes,
  ]);
  return applied;
}

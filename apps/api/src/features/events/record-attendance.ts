import * as rules from '@tandem/domain/event';
import type { Participation } from '@tandem/domain/event';
import { attendanceInput } from '@tandem/domain/inputs';
import type { AttendanceStatus, ParticipantRole } from '@tandem/domain/vocabulary';
import type { EntityManager } from 'typeorm';
import type { Context } from '../../graphql/context.ts';
import { decided, parseInput, Refused } from '../../graphql/refusal.type.ts';
import type { AttendanceInput } from './attendance.type.ts';
import { keyOfRecord, recordsOfPeople } from './event.queries.ts';
import { EventEntity, stateOf } from './event.entity.ts';
import { lockEvent, readList, recordEvent } from './event-writes.ts';

type Statuses = Record<string, AttendanceStatus | null>;

/**
 * Writes down who came to an event, of many people at once: puts them on its list, says of each whether they came, or takes
 * them off. Its undo is to send what stood before.
 */
export function recordAttendance(
  context: Context,
  eventId: string,
  version: number,
  raw: readonly AttendanceInput[],
): Promise<string> {
  const entries = parseInput(attendanceInput, raw);
  const personIds = entries.map(({ personId }) => personId);
  return context.db.transaction(async (tx) => {
    // People before the event, as an erasure does: in the other order they would wait for each other.
    const erased = await holdPeople(tx, personIds);
    const event = await lockEvent(tx, eventId, version);
    const list = new Map((await readList(tx, eventId)).map((row) => [row.personId, row]));
    const known = await recordsOfPeople(tx, personIds);
    const before: Statuses = {};
    const after: Statuses = {};
    const changed: { personId: string; role: ParticipantRole; status: AttendanceStatus }[] = [];
    for (const [index, { personId, role, status }] of entries.entries()) {
      const former = list.get(personId);
      if ((former?.status ?? null) === status) continue;
      before[personId] = former?.status ?? null;
      after[personId] = status;
      if (former === undefined && !known.has(keyOfRecord({ personId, role })))
        throw new Refused({ code: 'REFERENCE_UNKNOWN', field: `entries.${index}.personId` });
      if (former === undefined && erased.has(personId))
        throw new Refused({ code: 'PERSON_ERASED', field: `entries.${index}.personId` });
      if (status === null) {
        decided(rules.removeAttendance(stateOf(event)));
        continue;
      }
      const attendance = { personId, role: former?.role ?? role, status };
      changed.push(decided(rules.recordAttendance(stateOf(event), attendance, context.today)));
    }
    if (Object.keys(after).length === 0) return eventId;
    await save(tx, eventId, after, changed);
    await tx.update(EventEntity, { id: eventId }, { version: version + 1 });
    const now = await readList(tx, eventId);
    await recordEvent(
      tx,
      context,
      'recordAttendance',
      eventId,
      told(list.values(), before),
      told(now, after),
    );
    return eventId;
  });
}

/** Holds people until the transaction ends. Answers with those who were erased. */
async function holdPeople(tx: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows: { id: string; erased: boolean }[] = await tx.query(
    'select id, erased_on is not null as erased from person where id = any ($1) order by id for share',
    [ids],
  );
  return new Set(rows.filter(({ erased }) => erased).map(({ id }) => id));
}

/** What the trail tells of a list: how many are on it and came, and of whom something was written. */
function told(list: Iterable<Participation>, statuses: Statuses) {
  const all = [...list];
  return {
    listed: all.length,
    attended: all.filter(({ status }) => status === 'ATTENDED').length,
    people: statuses,
  };
}

async function save(
  tx: EntityManager,
  eventId: string,
  after: Statuses,
  changed: readonly { personId: string; role: ParticipantRole; status: AttendanceStatus }[],
): Promise<void> {
  const gone = Object.keys(after).filter((personId) => after[personId] === null);
  if (gone.length > 0)
    await tx.query('delete from attendance where event_id = $1 and person_id = any ($2)', [eventId, gone]);
  if (changed.length > 0)
    await tx.query(
      `insert into attendance (event_id, person_id, role, status) select $1, * from unnest($2::uuid[], $3::text[], $4::text[])
       on conflict on constraint attendance_once do update set status = excluded.status`,
      [
        eventId,
        changed.map(({ personId }) => personId),
        changed.map(({ role }) => role),
        changed.map(({ status }) => status),
      ],
    );
}

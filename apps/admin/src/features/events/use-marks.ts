import type { AttendanceStatus, ParticipantRole } from '@tandem/domain/vocabulary';
import { useState } from 'react';
import type { Event } from './event.queries.ts';
import type { Mark } from './use-event-actions.ts';

/** Somebody on the list as it would be saved. */
export interface ListRow {
  readonly personId: string;
  readonly name: string;
  readonly role: ParticipantRole;
  /** Where their own page is; null where the viewer does not meet it. */
  readonly participantId: string | null;
  readonly reference: string | null;
  readonly status: AttendanceStatus;
  /** Marked, and not yet saved. */
  readonly marked: boolean;
}

export interface Participant extends Pick<
  ListRow,
  'personId' | 'name' | 'role' | 'participantId' | 'reference'
> {}

type Marked = Participant & Pick<Mark, 'status'>;

/** What is marked on the list of an event and not yet saved: kept on top of what is saved, whoever saved it. */
export function useMarks(list: NonNullable<Event['attendances']>, held: boolean) {
  const [marked, setMarked] = useState<ReadonlyMap<string, Marked>>(new Map());
  const saved = new Map(list.map(({ person, status }) => [person.id, status]));
  const people: readonly (Participant & { readonly status: AttendanceStatus })[] = list.map(
    ({ person, role, participantId, reference, status }) => ({
      personId: person.id,
      name: person.name,
      role,
      participantId: participantId ?? null,
      reference: reference ?? null,
      status,
    }),
  );
  const added = [...marked.values()].filter(({ personId }) => !saved.has(personId));
  const rows = [...people, ...added].flatMap((person): ListRow[] => {
    const mark = marked.get(person.personId);
    const status = mark === undefined ? person.status : mark.status;
    return status === null ? [] : [{ ...person, status, marked: mark !== undefined }];
  });
  const changed: readonly Mark[] = [...marked.values()].flatMap(({ personId, role, status }) =>
    (saved.get(personId) ?? null) === status ? [] : [{ personId, role, status }],
  );
  const put = (...marks: readonly Marked[]) =>
    setMarked((before) => {
      const after = new Map(before);
      for (const mark of marks) {
        if ((saved.get(mark.personId) ?? null) === mark.status) after.delete(mark.personId);
        else after.set(mark.personId, mark);
      }
      return after;
    });
  return {
    rows,
    changed,
    mark: (row: ListRow, status: AttendanceStatus | null) => put({ ...row, status }),
    /** Who comes unannounced came; for what is ahead they are expected. */
    add: (participant: Participant) => put({ ...participant, status: held ? 'ATTENDED' : 'REGISTERED' }),
    /** Of everybody of whom nothing is known that they came. */
    markAll: () =>
      put(
        ...rows
          .filter(({ status }) => status === 'REGISTERED')
          .map((row) => ({ ...row, status: 'ATTENDED' as const })),
      ),
    clear: () => setMarked(new Map()),
  };
}

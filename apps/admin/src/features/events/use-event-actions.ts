import { useApolloClient, useMutation } from '@apollo/client/react';
import type { EventInput } from '@tandem/domain/inputs';
import type { AttendanceStatus, ParticipantRole } from '@tandem/domain/vocabulary';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, refusalWords, type RefusalSeen } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import {
  CANCEL_EVENT,
  CHANGE_EVENT,
  EVENT,
  RECORD_ATTENDANCE,
  RESTORE_EVENT,
  type Event,
} from './event.queries.ts';

/** Whether somebody came; null takes them off the list. */
export interface Mark {
  readonly personId: string;
  readonly role: ParticipantRole;
  readonly status: AttendanceStatus | null;
}

const AFTERWARDS = { refetchQueries: ['Event'], awaitRefetchQueries: true };

export function inputOf({ kind, title, heldOn, branch, audience }: Event): EventInput {
  return { kind, title, heldOn, branchId: branch.id, audience };
}

/** What can be done to an event; each says that it was done and offers to take it back. */
export function useEventActions(event: Event) {
  const intl = useIntl();
  const client = useApolloClient();
  const [changeEvent] = useMutation(CHANGE_EVENT, AFTERWARDS);
  const [cancelEvent] = useMutation(CANCEL_EVENT, AFTERWARDS);
  const [restoreEvent] = useMutation(RESTORE_EVENT, AFTERWARDS);
  const [recordAttendance] = useMutation(RECORD_ATTENDANCE, AFTERWARDS);
  const { id, version } = event;
  const said = (message: string) => intl.formatMessage({ id: message });
  const fail = (refusal: RefusalSeen | undefined) =>
    failedNotice(intl, refusal && refusalWords(intl, refusal));
  return {
    /** The event as it is now, read anew. */
    reload: async (): Promise<void> => {
      await client.query({
        query: EVENT,
        variables: { id, people: event.attendances !== undefined },
        fetchPolicy: 'network-only',
      });
    },
    change: async (input: EventInput, over = version): Promise<RefusalSeen | undefined> => {
      const { data } = await changeEvent({ variables: { id, version: over, input } });
      const done = data?.changeEvent;
      if (done?.__typename === 'Event')
        undoNotice(intl, said('events.changed'), () =>
          refusalIn(changeEvent({ variables: { id, version: done.version, input: inputOf(event) } })),
        );
      return refusalOf(done);
    },
    cancel: async (): Promise<void> => {
      const { data } = await cancelEvent({ variables: { id, version } });
      const done = data?.cancelEvent;
      if (done?.__typename === 'Event')
        undoNotice(intl, said('events.cancelled'), () =>
          refusalIn(restoreEvent({ variables: { id, version: done.version } })),
        );
      else fail(refusalOf(done));
    },
    restore: async (): Promise<void> => {
      const { data } = await restoreEvent({ variables: { id, version } });
      const done = data?.restoreEvent;
      if (done?.__typename === 'Event')
        undoNotice(intl, said('events.restored'), () =>
          refusalIn(cancelEvent({ variables: { id, version: done.version } })),
        );
      else fail(refusalOf(done));
    },
    /** Saves all marks at once; a refusal is answered, and nothing of it was saved. */
    record: async (marks: readonly Mark[]): Promise<RefusalSeen | undefined> => {
      const former = new Map(event.attendances?.map(({ person, status }) => [person.id, status]));
      const { data } = await recordAttendance({ variables: { id, version, entries: [...marks] } });
      const done = data?.recordAttendance;
      if (done?.__typename === 'Event')
        undoNotice(intl, said('events.recorded'), () =>
          refusalIn(
            recordAttendance({
              variables: {
                id,
                version: done.version,
                entries: marks.map((mark) => ({ ...mark, status: former.get(mark.personId) ?? null })),
              },
            }),
          ),
        );
      return refusalOf(done);
    },
  };
}

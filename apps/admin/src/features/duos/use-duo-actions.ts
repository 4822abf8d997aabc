import { useApolloClient, useMutation } from '@apollo/client/react';
import type { CloseDuoInput, MeetingInput, OutcomeInput } from '@tandem/domain/inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { useIntl } from 'react-intl';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import {
  CLOSE_DUO,
  DUO,
  LOG_MEETING,
  RECORD_OUTCOME,
  REMOVE_MEETING,
  REMOVE_OUTCOME,
  REOPEN_DUO,
  RESTORE_MEETING,
  RESTORE_OUTCOME,
  UPDATE_MEETING,
  type Duo,
} from './duo.queries.ts';

/** A meeting as the viewer saw it. */
type Meeting = MeetingInput & { readonly id: string; readonly version: number };

/** Read again after every change of a duo. */
const AFTERWARDS = { refetchQueries: ['Duo'] };

/** Everything that can be done to a duo. Each says that it was done and offers to take it back; a refusal is answered. */
export function useDuoActions(duoId: string) {
  const intl = useIntl();
  const client = useApolloClient();
  const [logMeeting] = useMutation(LOG_MEETING, AFTERWARDS);
  const [updateMeeting] = useMutation(UPDATE_MEETING, AFTERWARDS);
  const [removeMeeting] = useMutation(REMOVE_MEETING, AFTERWARDS);
  const [restoreMeeting] = useMutation(RESTORE_MEETING, AFTERWARDS);
  const [recordOutcome] = useMutation(RECORD_OUTCOME, AFTERWARDS);
  const [removeOutcome] = useMutation(REMOVE_OUTCOME, AFTERWARDS);
  const [restoreOutcome] = useMutation(RESTORE_OUTCOME, AFTERWARDS);
  const [closeDuo] = useMutation(CLOSE_DUO, AFTERWARDS);
  const [reopenDuo] = useMutation(REOPEN_DUO, AFTERWARDS);
  const said = (id: string) => intl.formatMessage({ id });

  return {
    /** The duo as it is now; absent where it is none of the viewer's any more. */
    async reload(): Promise<Duo | undefined> {
      const { data } = await client.query({
        query: DUO,
        variables: { id: duoId },
        fetchPolicy: 'network-only',
      });
      return data?.duo ?? undefined;
    },
    async logMeeting(input: MeetingInput): Promise<Refusal | undefined> {
      const { data } = await logMeeting({ variables: { duoId, input } });
      const done = data?.logMeeting;
      if (done?.__typename === 'Meeting')
        undoNotice(intl, said('duo.meetingLogged'), () =>
          refusalIn(removeMeeting({ variables: { id: done.id, version: done.version } })),
        );
      return refusalOf(done);
    },
    async updateMeeting(
      { id, version, ...former }: Meeting,
      input: MeetingInput,
    ): Promise<Refusal | undefined> {
      const { data } = await updateMeeting({ variables: { id, version, input } });
      const done = data?.updateMeeting;
      if (done?.__typename === 'Meeting')
        undoNotice(intl, said('duo.meetingChanged'), () =>
          refusalIn(updateMeeting({ variables: { id, version: done.version, input: former } })),
        );
      return refusalOf(done);
    },
    async removeMeeting({ id, version }: Pick<Meeting, 'id' | 'version'>): Promise<void> {
      const { data } = await removeMeeting({ variables: { id, version } });
      const done = data?.removeMeeting;
      const refusal = refusalOf(done);
      if (done?.__typename === 'Meeting')
        undoNotice(intl, said('duo.meetingRemoved'), () =>
          refusalIn(restoreMeeting({ variables: { id, version: done.version } })),
        );
      else failedNotice(intl, refusal && refusalWords(intl, refusal));
    },
    async recordOutcome(input: OutcomeInput): Promise<Refusal | undefined> {
      const { data } = await recordOutcome({ variables: { duoId, input } });
      const done = data?.recordOutcome;
      if (done?.__typename === 'Outcome')
        undoNotice(intl, said('duo.outcomeRecorded'), () =>
          refusalIn(removeOutcome({ variables: { id: done.id, version: done.version } })),
        );
      return refusalOf(done);
    },
    async removeOutcome({ id, version }: Pick<Meeting, 'id' | 'version'>): Promise<void> {
      const { data } = await removeOutcome({ variables: { id, version } });
      const done = data?.removeOutcome;
      const refusal = refusalOf(done);
      if (done?.__typename === 'Outcome')
        undoNotice(intl, said('duo.outcomeRemoved'), () =>
          refusalIn(restoreOutcome({ variables: { id, version: done.version } })),
        );
      else failedNotice(intl, refusal && refusalWords(intl, refusal));
    },
    async close(version: number, input: CloseDuoInput): Promise<Refusal | undefined> {
      const { data } = await closeDuo({ variables: { id: duoId, version, input } });
      const done = data?.closeDuo;
      if (done?.__typename === 'Duo')
        undoNotice(intl, said('duo.closed'), () =>
          refusalIn(reopenDuo({ variables: { id: duoId, version: done.version } })),
        );
      return refusalOf(done);
    },
    async reopen(version: number, former: CloseDuoInput): Promise<void> {
      const { data } = await reopenDuo({ variables: { id: duoId, version } });
      const done = data?.reopenDuo;
      const refusal = refusalOf(done);
      if (done?.__typename === 'Duo')
        undoNotice(intl, said('duo.reopened'), () =>
          refusalIn(closeDuo({ variables: { id: duoId, version: done.version, input: former } })),
        );
      else failedNotice(intl, refusal && refusalWords(intl, refusal));
    },
  };
}

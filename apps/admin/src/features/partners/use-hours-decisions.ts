import { useMutation } from '@apollo/client/react';
import type { Refusal } from '@tandem/domain/refusal';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { useIntl } from 'react-intl';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { graphql } from '../../gql/gql.ts';
import type { ApproveHoursMutation } from '../../gql/graphql.ts';

const APPROVE = graphql(`
  mutation ApproveHours($entries: [RecordVersionInput!]!) {
    approveHours(entries: $entries) {
      ... on TimeEntry {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
const REJECT = graphql(`
  mutation RejectHours($entries: [RecordVersionInput!]!, $reason: String!) {
    rejectHours(entries: $entries, reason: $reason) {
      ... on TimeEntry {
        id
        version
      }
      ...RefusalFields
    }
  }
`);
const UNDO = graphql(`
  mutation UndoHoursDecision($entries: [RecordVersionInput!]!) {
    undoHoursDecision(entries: $entries) {
      ... on TimeEntry {
        id
        version
      }
      ...RefusalFields
    }
  }
`);

const AFTERWARDS = { refetchQueries: ['Hours', 'Today'] };

/** Hours as the viewer saw them. */
interface Seen {
  readonly id: string;
  readonly version: number;
}
type Answer = ApproveHoursMutation['approveHours'][number];

/** Approving and rejecting hours, many at once, each with its undo. */
export function useHoursDecisions(afterwards: () => void) {
  const intl = useIntl();
  const [approve] = useMutation(APPROVE, AFTERWARDS);
  const [reject] = useMutation(REJECT, AFTERWARDS);
  const [undo] = useMutation(UNDO, AFTERWARDS);

  /** Says what was done; what was refused of single entries is said as well. */
  const report = (message: string, answers: readonly Answer[]): Refusal | undefined => {
    const done = answers.flatMap((answer) =>
      answer.__typename === 'TimeEntry' ? [{ id: answer.id, version: answer.version }] : [],
    );
    if (done.length > 0)
      undoNotice(intl, intl.formatMessage({ id: message }, { count: done.length }), () =>
        refusalIn(undo({ variables: { entries: done } })),
      );
    const [first] = answers.flatMap((answer) => refusalOf(answer) ?? []);
    if (first !== undefined && done.length > 0) failedNotice(intl, refusalWords(intl, first));
    afterwards();
    return done.length === 0 ? first : undefined;
  };

  return {
    async approve(entries: readonly Seen[]): Promise<void> {
      const { data } = await approve({ variables: { entries: entries.map(asInput) } });
      const refusal = report('hours.approved', data?.approveHours ?? []);
      if (refusal !== undefined) failedNotice(intl, refusalWords(intl, refusal));
    },
    async reject(entries: readonly Seen[], reason: string): Promise<Refusal | undefined> {
      const { data } = await reject({ variables: { entries: entries.map(asInput), reason } });
      return report('hours.rejected', data?.rejectHours ?? []);
    },
  };
}

function asInput({ id, version }: Seen): Seen {
  return { id, version };
}

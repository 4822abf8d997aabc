import { useMutation } from '@apollo/client/react';
import type { Refusal } from '@tandem/domain/refusal';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { useIntl } from 'react-intl';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { graphql } from '../../gql/gql.ts';

const APPROVE = graphql(`
  mutation ApproveHours($ids: [ID!]!) {
    approveHours(ids: $ids) {
      ... on TimeEntry {
        id
      }
      ...RefusalFields
    }
  }
`);
const REJECT = graphql(`
  mutation RejectHours($ids: [ID!]!, $reason: String!) {
    rejectHours(ids: $ids, reason: $reason) {
      ... on TimeEntry {
        id
      }
      ...RefusalFields
    }
  }
`);
const UNDO = graphql(`
  mutation UndoHoursDecision($ids: [ID!]!) {
    undoHoursDecision(ids: $ids) {
      ... on TimeEntry {
        id
      }
      ...RefusalFields
    }
  }
`);

const AFTERWARDS = { refetchQueries: ['Hours', 'Today'], awaitRefetchQueries: true };

type Answers = Parameters<typeof refusalOf>[0][];

/** Approving and rejecting hours, many at once, each with its undo. */
export function useHoursDecisions(afterwards: () => void) {
  const intl = useIntl();
  const [approve] = useMutation(APPROVE, AFTERWARDS);
  const [reject] = useMutation(REJECT, AFTERWARDS);
  const [undo] = useMutation(UNDO, AFTERWARDS);

  /** Says what was done; what was refused of single entries is said as well. */
  const report = (message: string, ids: readonly string[], answers: Answers): Refusal | undefined => {
    const refusals = answers.flatMap((answer) => refusalOf(answer) ?? []);
    const done = ids.filter((_, index) => refusalOf(answers[index]) === undefined);
    if (done.length > 0)
      undoNotice(intl, intl.formatMessage({ id: message }, { count: done.length }), () =>
        refusalIn(undo({ variables: { ids: done } })),
      );
    const [first] = refusals;
    if (first !== undefined && done.length > 0) failedNotice(intl, refusalWords(intl, first));
    afterwards();
    return done.length === 0 ? first : undefined;
  };

  return {
    async approve(ids: readonly string[]): Promise<void> {
      const { data } = await approve({ variables: { ids: [...ids] } });
      const refusal = report('hours.approved', ids, data?.approveHours ?? []);
      if (refusal !== undefined) failedNotice(intl, refusalWords(intl, refusal));
    },
    async reject(ids: readonly string[], reason: string): Promise<Refusal | undefined> {
      const { data } = await reject({ variables: { ids: [...ids], reason } });
      return report('hours.rejected', ids, data?.rejectHours ?? []);
    },
  };
}

import { useMutation } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { doneNotice, failedNotice, undoNotice } from '../feedback/notices.tsx';
import { graphql } from '../gql/gql.ts';
import { refusalIn, refusalWords } from '../session/refusal.ts';

const DISABLE = graphql(`
  mutation DisableAccount($id: ID!) {
    disableAccount(id: $id) {
      ...AccountFields
      ...AccountSessions
      ...RefusalFields
    }
  }
`);
const ENABLE = graphql(`
  mutation EnableAccount($id: ID!) {
    enableAccount(id: $id) {
      ...AccountFields
      ...RefusalFields
    }
  }
`);
const END_SESSIONS = graphql(`
  mutation EndSessions($id: ID!) {
    endSessions(id: $id) {
      ...AccountSessions
      ...RefusalFields
    }
  }
`);
const RESET_SECOND_FACTOR = graphql(`
  mutation ResetSecondFactor($id: ID!) {
    resetSecondFactor(id: $id) {
      ...AccountFields
      ...AccountSessions
      ...RefusalFields
    }
  }
`);

/** The trail, where it is shown, has one entry more. */
const AFTERWARDS = ['Trail'];

/** What is done to somebody else's account; the answers bring what is shown up to date. */
export function useAccountActions({ id, name }: { readonly id: string; readonly name: string }) {
  const intl = useIntl();
  const [disable] = useMutation(DISABLE);
  const [enable] = useMutation(ENABLE);
  const [endSessions] = useMutation(END_SESSIONS);
  const [resetSecondFactor] = useMutation(RESET_SECOND_FACTOR);
  const asked = { variables: { id }, refetchQueries: AFTERWARDS };
  const words = (message: string) => intl.formatMessage({ id: message }, { name });
  /** Does it; says what was refused. Returns whether it was done. */
  const done = async (answer: Parameters<typeof refusalIn>[0]): Promise<boolean> => {
    const refusal = await refusalIn(answer);
    if (refusal !== undefined) failedNotice(intl, refusalWords(intl, refusal));
    return refusal === undefined;
  };
  return {
    disable: async () => {
      if (await done(disable(asked)))
        undoNotice(intl, words('accounts.isDisabled'), () => refusalIn(enable(asked)));
    },
    enable: async () => {
      if (await done(enable(asked)))
        undoNotice(intl, words('accounts.isEnabled'), () => refusalIn(disable(asked)));
    },
    endSessions: async () => {
      if (await done(endSessions(asked))) doneNotice(words('accounts.sessionsEnded'));
    },
    resetSecondFactor: async () => {
      if (await done(resetSecondFactor(asked))) doneNotice(words('accounts.secondFactorReset'));
    },
  };
}

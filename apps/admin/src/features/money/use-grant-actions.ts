import { useApolloClient, useMutation } from '@apollo/client/react';
import type { GrantInput } from '@tandem/domain/money-inputs';
import type { Refusal } from '@tandem/domain/refusal';
import { failedNotice, undoNotice } from '@tandem/ui/notices';
import { refusalIn, refusalOf, refusalWords } from '@tandem/ui/refusal';
import { useIntl } from 'react-intl';
import { CHANGE_GRANT, GRANT, GRANT_AFTERWARDS, REMOVE_GRANT, RESTORE_GRANT } from './grant.queries.ts';
import { inputOf, type Grant } from './grant-values.ts';

/** What can be done to a grant; each says that it was done and offers to take it back. */
export function useGrantActions(grant: Grant) {
  const intl = useIntl();
  const client = useApolloClient();
  const [change] = useMutation(CHANGE_GRANT, GRANT_AFTERWARDS);
  const [remove] = useMutation(REMOVE_GRANT, GRANT_AFTERWARDS);
  const [restore] = useMutation(RESTORE_GRANT, GRANT_AFTERWARDS);
  const { id } = grant;
  const said = (message: string) => intl.formatMessage({ id: message });
  return {
    /** The grant as it is now, read anew. */
    reload: async (): Promise<void> => {
      await client.query({ query: GRANT, variables: { id }, fetchPolicy: 'network-only' });
    },
    /** Saves a change of the grant, based on what is seen of it or, knowingly, over another version. */
    save: async (input: GrantInput, over = grant.version): Promise<Refusal | undefined> => {
      const before = inputOf(grant);
      const { data } = await change({ variables: { id, version: over, input } });
      const refusal = refusalOf(data?.changeGrant);
      if (refusal !== undefined || data?.changeGrant.__typename !== 'Grant') return refusal;
      const { version } = data.changeGrant;
      undoNotice(intl, said('grant.saved'), () =>
        refusalIn(change({ variables: { id, version, input: before } })),
      );
      return undefined;
    },
    /** Takes the grant out; answers whether it was. */
    remove: async (): Promise<boolean> => {
      const { data } = await remove({ variables: { id, version: grant.version } });
      const refusal = refusalOf(data?.removeGrant);
      if (refusal !== undefined) failedNotice(intl, refusalWords(intl, refusal));
      if (data?.removeGrant.__typename !== 'Grant') return false;
      const { version } = data.removeGrant;
      undoNotice(intl, said('grant.removed'), () => refusalIn(restore({ variables: { id, version } })));
      return true;
    },
  };
}

import { useApolloClient, useMutation } from '@apollo/client/react';
import { positionInput } from '@tandem/domain/inputs';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { doneNotice, undoNotice } from '../feedback/notices.tsx';
import { DomainForm } from '../form/DomainForm.tsx';
import { FormDrawer } from '../form/FormDrawer.tsx';
import { graphql } from '../gql/gql.ts';
import type { AccountFieldsFragment } from '../gql/graphql.ts';
import { refusalIn, refusalOf } from '../session/refusal.ts';
import { positionOf } from './position.ts';
import { PositionFields } from './PositionFields.tsx';

const CHANGE = graphql(`
  mutation ChangeAccount($id: ID!, $input: PositionInput!, $version: Int!) {
    changeAccount(id: $id, input: $input, version: $version) {
      ...AccountFields
      ...RefusalFields
    }
  }
`);

interface Props {
  readonly account: AccountFieldsFragment;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Gives an account another role, partner or branches. */
export function ChangePosition({ account, opened, onClose }: Props) {
  const intl = useIntl();
  return (
    <FormDrawer title={intl.formatMessage({ id: 'accounts.change' })} opened={opened} onClose={onClose}>
      <PositionForm account={account} onClose={onClose} />
    </FormDrawer>
  );
}

function PositionForm({ account, onClose }: Omit<Props, 'opened'>) {
  const intl = useIntl();
  const client = useApolloClient();
  const [change] = useMutation(CHANGE, { refetchQueries: ['Trail'] });
  const { id, name, role, partner, branches } = account;
  const now = { role, partnerId: partner?.id ?? null, branchIds: branches.map((branch) => branch.id) };
  // As it was when the form was opened: somebody else may change it meanwhile.
  const [seen] = useState(account.version);
  return (
    <DomainForm
      schema={positionInput}
      draftKey={`position.${id}`}
      defaultValues={now}
      submitLabel={intl.formatMessage({ id: 'action.save' })}
      onTakeTheirs={async () => {
        await client.refetchQueries({ include: 'active' });
        onClose();
      }}
      onSubmit={async (input, over = seen) => {
        const { data } = await change({ variables: { id, input: positionOf(input), version: over } });
        const done = data?.changeAccount;
        if (done?.__typename !== 'Account') return refusalOf(done);
        const words = intl.formatMessage({ id: 'accounts.changed' }, { name });
        // Saved over somebody else's change: the way back would not lead to theirs.
        if (over !== seen) doneNotice(words);
        else
          undoNotice(intl, words, () =>
            refusalIn(change({ variables: { id, input: now, version: done.version } })),
          );
        onClose();
        return undefined;
      }}
    >
      <PositionFields partner={partner} />
    </DomainForm>
  );
}

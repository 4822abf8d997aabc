import { useMutation } from '@apollo/client/react';
import { positionInput } from '@tandem/domain/inputs';
import { useIntl } from 'react-intl';
import { undoNotice } from '../feedback/notices.tsx';
import { DomainForm } from '../form/DomainForm.tsx';
import { FormDrawer } from '../form/FormDrawer.tsx';
import { graphql } from '../gql/gql.ts';
import type { AccountFieldsFragment } from '../gql/graphql.ts';
import { refusalIn } from '../session/refusal.ts';
import { positionOf } from './position.ts';
import { PositionFields } from './PositionFields.tsx';

const CHANGE = graphql(`
  mutation ChangeAccount($id: ID!, $input: PositionInput!) {
    changeAccount(id: $id, input: $input) {
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
  const [change] = useMutation(CHANGE, { refetchQueries: ['Trail'] });
  const { id, name, role, partner, branches } = account;
  const now = { role, partnerId: partner?.id ?? null, branchIds: branches.map((branch) => branch.id) };
  return (
    <FormDrawer title={intl.formatMessage({ id: 'accounts.change' })} opened={opened} onClose={onClose}>
      <DomainForm
        schema={positionInput}
        draftKey={`position.${id}`}
        defaultValues={now}
        submitLabel={intl.formatMessage({ id: 'action.save' })}
        onSubmit={async (input) => {
          const refusal = await refusalIn(change({ variables: { id, input: positionOf(input) } }));
          if (refusal !== undefined) return refusal;
          undoNotice(intl, intl.formatMessage({ id: 'accounts.changed' }, { name }), () =>
            refusalIn(change({ variables: { id, input: now } })),
          );
          onClose();
          return undefined;
        }}
      >
        <PositionFields partner={partner} />
      </DomainForm>
    </FormDrawer>
  );
}

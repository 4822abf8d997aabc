import { useMutation } from '@apollo/client/react';
import { invitationInput } from '@tandem/domain/inputs';
import { useIntl } from 'react-intl';
import { doneNotice } from '../feedback/notices.tsx';
import { DomainForm } from '../form/DomainForm.tsx';
import { ChoiceField, TextField } from '../form/fields.tsx';
import { FormDrawer } from '../form/FormDrawer.tsx';
import { graphql } from '../gql/gql.ts';
import { LANGUAGE_OPTIONS, languageOf } from '../i18n/locale.ts';
import { useLocaleChoice } from '../i18n/LocaleProvider.tsx';
import { refusalIn } from '../session/refusal.ts';
import { useViewer } from '../session/viewer.ts';
import { positionOf } from './position.ts';
import { PositionFields } from './PositionFields.tsx';

const INVITE = graphql(`
  mutation InviteAccount($input: InvitationInput!) {
    inviteAccount(input: $input) {
      ... on Invitation {
        id
      }
      ...RefusalFields
    }
  }
`);

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Invites somebody by e-mail: who they are, and what they will be. */
export function InviteForm({ opened, onClose }: Props) {
  const intl = useIntl();
  const { locale } = useLocaleChoice();
  const { partner } = useViewer();
  const [invite] = useMutation(INVITE, { refetchQueries: ['Invitations'] });
  return (
    <FormDrawer title={intl.formatMessage({ id: 'accounts.invite' })} opened={opened} onClose={onClose}>
      <DomainForm
        schema={invitationInput}
        draftKey="invitation"
        defaultValues={{
          name: '',
          email: '',
          locale: languageOf(locale),
          partnerId: partner?.id ?? null,
          branchIds: [],
          ...(partner && { role: 'PARTNER_MEMBER' }),
        }}
        submitLabel={intl.formatMessage({ id: 'accounts.sendInvitation' })}
        onSubmit={async (input) => {
          const refusal = await refusalIn(
            invite({ variables: { input: { ...input, ...positionOf(input) } } }),
          );
          if (refusal !== undefined) return refusal;
          doneNotice(intl.formatMessage({ id: 'accounts.invited' }, { email: input.email }));
          onClose();
          return undefined;
        }}
      >
        <TextField name="name" required />
        <TextField name="email" type="email" required />
        <PositionFields />
        <ChoiceField name="locale" required options={LANGUAGE_OPTIONS} />
      </DomainForm>
    </FormDrawer>
  );
}

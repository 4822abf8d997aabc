import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, Code, Group, Stack } from '@mantine/core';
import { CAPABILITIES } from '@tandem/domain/capabilities';
import { apiKeyInput } from '@tandem/domain/inputs';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { ConfirmButton } from '../feedback/ConfirmButton.tsx';
import { CopyAction } from '../feedback/CopyAction.tsx';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { doneNotice } from '../feedback/notices.tsx';
import { DomainForm } from '../form/DomainForm.tsx';
import { ManyField, NumberField, SwitchField, TextField } from '../form/fields.tsx';
import { FormDrawer } from '../form/FormDrawer.tsx';
import { graphql } from '../gql/gql.ts';
import { useFormat } from '../i18n/format.ts';
import { refusalOf } from '../session/refusal.ts';
import { useCan } from '../session/viewer.ts';
import { Section } from '../shell/Section.tsx';
import classes from './Account.module.css';

const KEYS = graphql(`
  query ApiKeys {
    apiKeys {
      id
      name
      start
      scopes
      ofPartner
      expiresAt
      lastUsedAt
    }
  }
`);
const CREATE = graphql(`
  mutation CreateApiKey($input: ApiKeyInput!) {
    createApiKey(input: $input) {
      ... on NewApiKey {
        key
        apiKey {
          id
        }
      }
      ... on Refusal {
        ...RefusalFields
      }
    }
  }
`);
const REVOKE = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id)
  }
`);

/** What is shown this once is seen, wherever the page stands. */
function scrollTo(element: HTMLDivElement | null): void {
  element?.scrollIntoView({ block: 'center' });
}

/** Keys for programs: what each may, until when, and when it was used last. */
export function ApiKeys() {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { data, error, refetch } = useQuery(KEYS);
  const [create] = useMutation(CREATE);
  const [revoke] = useMutation(REVOKE);
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const words = (id: string) => intl.formatMessage({ id });
  const scopes = CAPABILITIES.filter((capability) => can(capability)).map((value) => ({
    value,
    label: words(`vocabulary.Capability.${value}`),
  }));
  const keys = data?.apiKeys ?? [];
  return (
    <Section
      title={words('keys.title')}
      about={<FormattedMessage id="keys.about" />}
      action={
        scopes.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
            <FormattedMessage id="keys.create" />
          </Button>
        )
      }
    >
      <Stack gap="md">
        {error !== undefined && data === undefined && <ErrorState error={error} />}
        {made !== undefined && (
          <Alert color="gray" title={words('keys.made')} role="status" ref={scrollTo}>
            <Group gap="sm">
              <Code className={classes.secret}>{made}</Code>
              <CopyAction value={made} />
            </Group>
          </Alert>
        )}
        {data?.apiKeys.length === 0 && <FormattedMessage id="keys.none" />}
        {keys.length > 0 && (
          <ul className={classes.rows}>
            {keys.map((key) => (
              <li key={key.id}>
                <div>
                  {key.name} <Code>{key.start}…</Code>{' '}
                  {key.ofPartner && <FormattedMessage id="keys.ofPartner" />}
                  <small>
                    {key.scopes == null
                      ? words('keys.everything')
                      : key.scopes.map((scope) => words(`vocabulary.Capability.${scope}`)).join('; ')}
                  </small>
                  <small>
                    <FormattedMessage
                      id="keys.dates"
                      values={{
                        expires: key.expiresAt == null ? 'never' : format.instant(key.expiresAt),
                        used: key.lastUsedAt == null ? 'never' : format.instant(key.lastUsedAt),
                      }}
                    />
                  </small>
                </div>
                <ConfirmButton
                  label={words('keys.revoke')}
                  question={words('keys.revokeAbout')}
                  onConfirm={async () => {
                    await revoke({ variables: { id: key.id } });
                    setMade(undefined);
                    await refetch();
                    doneNotice(words('keys.revoked'));
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </Stack>
      <FormDrawer title={words('keys.create')} opened={open} onClose={() => setOpen(false)}>
        <DomainForm
          schema={apiKeyInput}
          draftKey="api-key"
          defaultValues={{ name: '', scopes: [], days: 90, ofPartner: false }}
          submitLabel={words('keys.create')}
          onSubmit={async (input) => {
            const { data: answer } = await create({ variables: { input } });
            const result = answer?.createApiKey;
            const refusal = refusalOf(result);
            if (refusal !== undefined) return refusal;
            if (result?.__typename === 'NewApiKey') setMade(result.key);
            setOpen(false);
            await refetch();
            return undefined;
          }}
        >
          <TextField name="name" required />
          <ManyField name="scopes" required options={scopes} />
          <NumberField name="days" required />
          {can('MANAGE_OWN_MEMBERS') && (
            <SwitchField name="ofPartner" description={words('keys.ofPartnerAbout')} />
          )}
        </DomainForm>
      </FormDrawer>
    </Section>
  );
}

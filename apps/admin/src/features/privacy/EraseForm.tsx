import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { Alert, List, Skeleton, Stack, Text } from '@mantine/core';
import { reasonInput } from '@tandem/domain/privacy-inputs';
import { DomainForm } from '@tandem/ui/DomainForm';
import { ErrorState } from '@tandem/ui/ErrorState';
import { LongTextField } from '@tandem/ui/fields';
import { doneNotice } from '@tandem/ui/notices';
import { refusalOf, refusalWords } from '@tandem/ui/refusal';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ErasurePreviewQuery } from '../../gql/graphql.ts';
import { ERASE_PERSON, ERASURE_PREVIEW } from './privacy.queries.ts';

interface Props {
  readonly personId: string;
  readonly onDone: () => void;
}
type Report = Extract<ErasurePreviewQuery['erasurePreview'], { __typename: 'ErasureReport' }>;

const GOES = ['notes', 'hours', 'mentions', 'consents', 'entries'] as const;
const STAYS = ['duos', 'meetings', 'situations', 'answers', 'attendances'] as const;

/** What an erasure would take and leave, and the reason without which there is none. */
export function EraseForm({ personId, onDone }: Props) {
  const intl = useIntl();
  const { data, error } = useQuery(ERASURE_PREVIEW, { variables: { personId }, fetchPolicy: 'network-only' });
  const client = useApolloClient();
  const [erase] = useMutation(ERASE_PERSON);
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Skeleton height={200} />;
  const { erasurePreview: preview } = data;
  if (preview.__typename === 'Refusal') {
    const refusal = refusalOf(preview);
    return <Alert color="yellow">{refusal !== undefined && refusalWords(intl, refusal)}</Alert>;
  }
  return (
    <Stack>
      <Preview report={preview} />
      <DomainForm
        schema={reasonInput}
        draftKey={`erase.${personId}`}
        defaultValues={{ reason: '' }}
        submitLabel={intl.formatMessage({ id: 'privacy.eraseForGood' })}
        onSubmit={async ({ reason }) => {
          const { data: done } = await erase({ variables: { personId, reason } });
          const refusal = refusalOf(done?.erasePerson);
          if (refusal !== undefined) return refusal;
          doneNotice(intl.formatMessage({ id: 'privacy.erased' }));
          onDone();
          // It is done, whether or not the page can be read anew; a preview of it there is no more.
          void client.refetchQueries({
            include: 'active',
            onQueryUpdated: ({ queryName }) => queryName !== 'ErasurePreview',
          });
          return undefined;
        }}
      >
        <LongTextField
          name="reason"
          required
          description={intl.formatMessage({ id: 'privacy.reasonAbout' })}
        />
      </DomainForm>
    </Stack>
  );
}

function Preview({ report }: { readonly report: Report }) {
  return (
    <>
      <Text fw={600}>
        <FormattedMessage id="privacy.goes" />
      </Text>
      <List size="sm">
        <List.Item>
          <FormattedMessage id="privacy.goes.identity" />
        </List.Item>
        {GOES.filter((what) => report[what] > 0).map((what) => (
          <List.Item key={what}>
            <FormattedMessage id={`privacy.goes.${what}`} values={{ count: report[what] }} />
          </List.Item>
        ))}
      </List>
      <Text fw={600}>
        <FormattedMessage id="privacy.stays" />
      </Text>
      <List size="sm">
        {STAYS.map((what) => (
          <List.Item key={what}>
            <FormattedMessage id={`privacy.stays.${what}`} values={{ count: report[what] }} />
          </List.Item>
        ))}
      </List>
      <Text size="sm">
        <FormattedMessage id="privacy.noWayBack" />
      </Text>
    </>
  );
}

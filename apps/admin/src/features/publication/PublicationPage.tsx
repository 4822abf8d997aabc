import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { ConfirmButton } from '@tandem/ui/ConfirmButton';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import { AnalysisPage } from '../indicators/AnalysisPage.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { PublicationHistory } from './PublicationHistory.tsx';
import { PUBLICATION_PREVIEW, PUBLICATIONS } from './publication.queries.ts';
import { usePublishing } from './use-publishing.ts';

/** What everybody is told, what they would be told today, and the way from one to the other. */
export function PublicationPage() {
  const intl = useIntl();
  const format = useFormat();
  const { publish, withdraw } = usePublishing();
  const { data, error } = useQuery(PUBLICATIONS, { fetchPolicy: 'cache-and-network' });
  const { data: looked, error: unseen } = useQuery(PUBLICATION_PREVIEW, {
    fetchPolicy: 'cache-and-network',
  });
  if (error !== undefined && data === undefined) return <ErrorState error={error} />;
  const standing = data?.publications.find(({ withdrawnAt }) => withdrawnAt == null);
  const preview = looked?.publicationPreview;
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'publication.title' })}
      scope={
        standing === undefined ? (
          <FormattedMessage id={data === undefined ? 'publication.scope' : 'publication.none'} />
        ) : (
          <FormattedMessage
            id="publication.stands"
            values={{
              day: format.day(standing.asOf),
              since: format.instant(standing.publishedAt),
              who: standing.publishedBy,
            }}
          />
        )
      }
      actions={
        <>
          <Button component="a" href="/impact" variant="default" size="compact-sm">
            <FormattedMessage id="publication.open" />
          </Button>
          {standing && (
            <Button variant="default" size="compact-sm" onClick={() => void withdraw(standing.id)}>
              <FormattedMessage id="publication.withdraw" />
            </Button>
          )}
          {preview?.stands === false && (
            <ConfirmButton
              label={intl.formatMessage({ id: 'publication.publish' }, { day: format.day(preview.asOf) })}
              question={intl.formatMessage({ id: 'publication.publishQuestion' })}
              onConfirm={publish}
            />
          )}
        </>
      }
    >
      <Section
        title={intl.formatMessage({ id: 'publication.preview' })}
        about={<FormattedMessage id={preview?.stands ? 'publication.same' : 'publication.previewAbout'} />}
      >
        {unseen !== undefined && looked === undefined ? (
          <ErrorState error={unseen} />
        ) : (
          <PreviewTable preview={looked} />
        )}
      </Section>
      <Section title={intl.formatMessage({ id: 'publication.history' })}>
        <PublicationHistory rows={data?.publications} />
      </Section>
    </AnalysisPage>
  );
}

import { Handbook } from '@tandem/ui/Handbook';
import { Page } from '@tandem/ui/Page';
import { useIntl } from 'react-intl';

/** What the programme's figures count, for who reads them. */
export function HandbookPage() {
  const intl = useIntl();
  return (
    <Page
      title={intl.formatMessage({ id: 'handbook.title' })}
      scope={intl.formatMessage({ id: 'handbook.scope' })}
    >
      <Handbook />
    </Page>
  );
}

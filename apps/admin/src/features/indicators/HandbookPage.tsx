import { Handbook } from '@tandem/ui/Handbook';
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { AnalysisPage } from './AnalysisPage.tsx';

/** Every definition there is, to read and to refer to. */
export function HandbookPage() {
  const intl = useIntl();
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'handbook.title' })}
      scope={intl.formatMessage({ id: 'handbook.scope' })}
    >
      <Handbook
        link={(id, name) => (
          <Link to="/indicators/$metric" params={{ metric: id }}>
            {name}
          </Link>
        )}
      />
    </AnalysisPage>
  );
}

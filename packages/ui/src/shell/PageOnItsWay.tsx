import { useIntl } from 'react-intl';
import { ErrorState } from '../feedback/ErrorState.tsx';
import { Page } from './Page.tsx';

/** Instead of a page whose data is not there: it is on its way, or did not come. */
export function PageOnItsWay({ error }: { readonly error: unknown }) {
  const intl = useIntl();
  if (error !== undefined) return <ErrorState error={error} />;
  return <Page title={intl.formatMessage({ id: 'loading' })}>{null}</Page>;
}

import { Page } from '@tandem/ui/Page';
import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Indicator.module.css';

interface Props {
  readonly title: string;
  readonly scope?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of figures, with the way to the others. */
export function AnalysisPage({ title, scope, actions, children }: Props) {
  const intl = useIntl();
  const can = useCan();
  return (
    <Page title={title} scope={scope} actions={actions}>
      <nav className={classes.pages} aria-label={intl.formatMessage({ id: 'analysis.pages' })}>
        <Link to="/indicators" activeOptions={{ exact: true }}>
          <FormattedMessage id="analysis.catalogue" />
        </Link>
        {can('SEE_ANALYSES') && (
          <>
            <Link to="/indicators/comparison" activeOptions={{ includeSearch: false }}>
              <FormattedMessage id="comparison.title" />
            </Link>
            <Link to="/indicators/time-to-exit" activeOptions={{ includeSearch: false }}>
              <FormattedMessage id="exit.title" />
            </Link>
          </>
        )}
        {can('SEE_RECORDS_OF_FIGURES') && (
          <Link to="/indicators/pathway" activeOptions={{ includeSearch: false }}>
            <FormattedMessage id="pathway.title" />
          </Link>
        )}
        <Link to="/indicators/profile" activeOptions={{ includeSearch: false }}>
          <FormattedMessage id="profile.title" />
        </Link>
        <Link to="/indicators/quality" activeOptions={{ includeSearch: false }}>
          <FormattedMessage id="quality.title" />
        </Link>
        <Link to="/indicators/handbook" activeOptions={{ includeSearch: false }}>
          <FormattedMessage id="handbook.title" />
        </Link>
        {can('SEAL_FIGURES') && (
          <Link to="/snapshots" activeOptions={{ includeSearch: false }}>
            <FormattedMessage id="snapshots.title" />
          </Link>
        )}
        {can('EXPORT_RESEARCH_DATA') && (
          <Link to="/indicators/research" activeOptions={{ includeSearch: false }}>
            <FormattedMessage id="research.tab" />
          </Link>
        )}
        {can('PUBLISH_FIGURES') && (
          <Link to="/publication" activeOptions={{ includeSearch: false }}>
            <FormattedMessage id="publication.title" />
          </Link>
        )}
      </nav>
      {children}
    </Page>
  );
}

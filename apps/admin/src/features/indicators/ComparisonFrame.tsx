import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { AnalysisPage } from './AnalysisPage.tsx';
import classes from './Indicator.module.css';

const KINDS = [
  { to: '/indicators/comparison', id: 'comparison.kind.groups' },
  { to: '/indicators/comparison/figures', id: 'comparison.kind.figures' },
  { to: '/indicators/comparison/published', id: 'comparison.kind.published' },
  { to: '/indicators/comparison/groups', id: 'comparison.kind.outside' },
] as const;

/** A page on which something is compared, with the way to what else can be. */
export function ComparisonFrame({ children, ...page }: ComponentProps<typeof AnalysisPage>) {
  const intl = useIntl();
  return (
    <AnalysisPage {...page}>
      <nav className={classes.kinds} aria-label={intl.formatMessage({ id: 'comparison.kinds' })}>
        {KINDS.map(({ to, id }) => (
          <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
            <FormattedMessage id={id} />
          </Link>
        ))}
      </nav>
      {children}
    </AnalysisPage>
  );
}

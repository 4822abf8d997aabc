import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { EXITS } from './exit-search.ts';
import type { Metric } from './indicator.queries.ts';
import classes from './Indicator.module.css';

/** From an indicator to what explains it and to what it can be held against. */
export function IndicatorLinks({ metric }: { readonly metric: Metric }) {
  const can = useCan();
  const compared = metric.unit === 'RATE' && can('SEE_ANALYSES');
  const exit = EXITS.find((each) => each === metric.id);
  return (
    <p className={classes.links}>
      {can('SEE_RECORDS_OF_FIGURES') && (
        <Link
          from="/indicators/$metric"
          to="/indicators/$metric/change"
          params={{ metric: metric.id }}
          search={(before) => before}
        >
          <FormattedMessage id="change.link" />
        </Link>
      )}
      {compared && (
        <>
          <Link to="/indicators/comparison/figures" search={{ of: metric.id }}>
            <FormattedMessage id="chosen.link" />
          </Link>
          <Link to="/indicators/comparison/published" search={{ of: metric.id }}>
            <FormattedMessage id="published.link" />
          </Link>
        </>
      )}
      {compared && exit !== undefined && (
        <Link to="/indicators/comparison/groups" search={{ exit }}>
          <FormattedMessage id="outside.link" />
        </Link>
      )}
    </p>
  );
}

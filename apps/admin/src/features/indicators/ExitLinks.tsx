import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { EXITS, type ExitSearch } from './exit-search.ts';
import classes from './Indicator.module.css';

interface Props {
  readonly search: ExitSearch;
  /** How many months after the start the curves end. */
  readonly months: number;
}

/**
 * From the curves to the duos that they are made of: all that started, with what is known of each by the end of the curve; and why
 * the rate there is another one than where the curve ends.
 */
export function ExitLinks({ search, months }: Props) {
  const intl = useIntl();
  const can = useCan();
  if (!can('SEE_RECORDS_OF_FIGURES') || months < 1) return null;
  const { asOf, from, to, branch, evidence } = search;
  return (
    <>
      <p className={classes.links}>
        {EXITS.filter((each) => search.exit === undefined || search.exit === each).map((metric) => (
          <Link
            key={metric}
            to="/indicators/$metric"
            params={{ metric }}
            search={{ asOf, from, to, branch, evidence, population: 'STARTED', windowMonths: months }}
          >
            <FormattedMessage
              id="exit.records"
              values={{ exit: intl.formatMessage({ id: `exit.${metric}` }) }}
            />
          </Link>
        ))}
      </p>
      <p className={classes.note}>
        <FormattedMessage id="exit.recordsAbout" values={{ months }} />
      </p>
    </>
  );
}

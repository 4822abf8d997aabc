import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Metric } from './indicator.queries.ts';
import classes from './Indicator.module.css';

/** How the indicator was counted before, and why that changed; each version still counts. */
export function FormerVersions({ metric }: { readonly metric: Metric }) {
  const intl = useIntl();
  const format = useFormat();
  return (
    <Section title={intl.formatMessage({ id: 'indicators.formerVersions' })}>
      {metric.formerVersions.map(({ version, numerator, denominator, replaced, replacedOn }) => (
        <div key={version} className={classes.former}>
          <h3>
            <Link
              from="/indicators/$metric"
              to="/indicators/$metric"
              params={{ metric: metric.id }}
              search={(before) => ({ ...before, version })}
              resetScroll={false}
            >
              <FormattedMessage
                id="indicators.formerVersion"
                values={{ version, day: format.day(replacedOn) }}
              />
            </Link>
          </h3>
          <p>{replaced}</p>
          <p>
            {numerator} {denominator}
          </p>
        </div>
      ))}
    </Section>
  );
}

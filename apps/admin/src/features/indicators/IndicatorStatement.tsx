import { Section } from '@tandem/ui/Page';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Indicator.module.css';

interface Props {
  readonly statement: { readonly text: string; readonly values: readonly string[] };
}

/** The SQL that ran, to be read, and run again by who may. */
export function IndicatorStatement({ statement: { text, values } }: Props) {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({ id: 'indicators.statement' })}
      about={intl.formatMessage({ id: 'indicators.statementAbout' })}
    >
      <details className={classes.statement}>
        <summary>
          <FormattedMessage id="indicators.statementShow" />
        </summary>
        {/* What scrolls is scrolled by keyboard, too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre tabIndex={0}>{text}</pre>
        {values.length > 0 && (
          <dl>
            {values.map((value, index) => (
              // A value has no identity but its place: $1, $2…
              // oxlint-disable-next-line react/no-array-index-key
              <div key={index}>
                <dt>${index + 1}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </Section>
  );
}

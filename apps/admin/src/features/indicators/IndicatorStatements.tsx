import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Indicator.module.css';

interface Statement {
  readonly text: string;
  readonly values: readonly string[];
}

interface Props {
  /** Which may read what is kept of months. */
  readonly ran: Statement;
  /** Which counts the same row by row. */
  readonly fromFacts: Statement;
}

/** The SQL behind a figure, to be read, and run again by who may. */
export function IndicatorStatements({ ran, fromFacts }: Props) {
  const intl = useIntl();
  const isKept = ran.text !== fromFacts.text;
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'indicators.statement' })}
      about={intl.formatMessage({
        id: isKept ? 'indicators.statementAboutKept' : 'indicators.statementAbout',
      })}
    >
      <StatementDetails statement={fromFacts} title="indicators.statementShow" />
      {isKept && <StatementDetails statement={ran} title="indicators.statementShowKept" />}
    </Section>
  );
}

function StatementDetails({
  statement: { text, values },
  title,
}: {
  readonly statement: Statement;
  readonly title: string;
}) {
  return (
    <details className={classes.statement}>
      <summary>
        <FormattedMessage id={title} />
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
  );
}

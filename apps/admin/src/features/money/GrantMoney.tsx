import { useQuery } from '@apollo/client/react';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import { IndicatorTile } from '../indicators/IndicatorTile.tsx';
import type { Grant } from './grant-values.ts';

const FIGURES = graphql(`
  query GrantFigures($requests: [FigureRequest!]!) {
    figures(requests: $requests) {
      ...FigureFields
    }
  }
`);
const METRICS = [
  'DUOS_STARTED',
  'COMPLETION_RATE',
  'POSITIVE_EXIT_RATE',
  'EMPLOYMENT_RATE',
  'STABLE_EMPLOYMENT_RATE',
] as const;

/** What the money did: the duos that it pays, and what became of them. */
export function GrantMoney({ grant }: { readonly grant: Grant }) {
  const intl = useIntl();
  const format = useFormat();
  const requests = METRICS.map((metric): FigureRequest => ({ metric, filter: { grant: [grant.id] } }));
  const { data } = useQuery(FIGURES, { variables: { requests } });
  const { amount, duoCount, share, duosBegunBefore, duosBeyondPeriod, duosWithoutCost } = grant;
  return (
    <Section
      title={intl.formatMessage({ id: 'grant.did' })}
      action={
        <Link to="/money" search={{ tab: 'allocation' }}>
          <FormattedMessage id="grant.toAllocation" />
        </Link>
      }
    >
      <p>
        <FormattedMessage
          id="grant.didSentence"
          values={{
            amount: format.money(amount.cents),
            duos: duoCount,
            share: format.number(share, 1),
          }}
        />{' '}
        {duosBeyondPeriod > 0 && (
          <FormattedMessage id="grant.beyondSentence" values={{ count: duosBeyondPeriod }} />
        )}{' '}
        {duosBegunBefore > 0 && (
          <FormattedMessage id="grant.beforeSentence" values={{ count: duosBegunBefore, duos: duoCount }} />
        )}{' '}
        {duosWithoutCost != null && duosWithoutCost > 0 && (
          <FormattedMessage id="grant.nothingSentence" values={{ count: duosWithoutCost }} />
        )}
      </p>
      <FigureGrid>
        {METRICS.map((metric, index) => (
          <IndicatorTile key={metric} result={data?.figures[index]} search={{ grant: [grant.id] }} />
        ))}
      </FigureGrid>
    </Section>
  );
}

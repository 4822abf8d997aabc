import { useQuery } from '@apollo/client/react';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { FormattedMessage, useIntl } from 'react-intl';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/gql.ts';
import type { FigureRequest } from '../../gql/graphql.ts';
import { IndicatorTile } from '../indicators/IndicatorTile.tsx';
import { useSeenScope } from './use-seen-scope.ts';

const HEADLINES = graphql(`
  query Headlines($requests: [FigureRequest!]!) {
    figures(requests: $requests) {
      ...FigureFields
    }
  }
`);

const ALWAYS: FigureRequest[] = [
  { metric: 'DUOS_STARTED' },
  { metric: 'DUOS_ACTIVE' },
  { metric: 'POSITIVE_EXIT_RATE' },
  { metric: 'STABLE_EMPLOYMENT_RATE' },
  { metric: 'COMPLETION_RATE' },
  { metric: 'MENTOR_LOYALTY_RATE' },
];
const OF_MONEY: FigureRequest[] = [{ metric: 'COST_PER_DUO' }, { metric: 'SROI_GROSS' }];

/** A few figures of the whole programme, each of which opens its page. */
export function HeadlineFigures() {
  const intl = useIntl();
  const scope = useSeenScope();
  const can = useCan();
  const requests = can('SEE_MONEY') ? [...ALWAYS, ...OF_MONEY] : ALWAYS;
  const { data } = useQuery(HEADLINES, { variables: { requests } });
  return (
    <Section
      title={intl.formatMessage({ id: 'today.figures' }, { scope })}
      action={
        <Link to="/indicators">
          <FormattedMessage id="today.allIndicators" />
        </Link>
      }
    >
      <FigureGrid>
        {requests.map(({ metric }, index) => (
          <IndicatorTile key={metric} result={data?.figures[index]} />
        ))}
      </FigureGrid>
    </Section>
  );
}

import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Page';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { IndicatorTile } from './IndicatorTile.tsx';

const CATALOGUE = graphql(`
  query Catalogue {
    metrics {
      id
      group
    }
  }
`);
const CATALOGUE_FIGURES = graphql(`
  query CatalogueFigures($requests: [FigureRequest!]!) {
    figures(requests: $requests) {
      ...FigureFields
    }
  }
`);

const GROUPS = ['OUTCOMES', 'OPERATIONS', 'QUALITY', 'LONG_TERM', 'ECONOMY'] as const;

/** Every indicator there is, with its figure of today. */
export function IndicatorsPage() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { today } = useViewer();
  const { data: catalogue, error } = useQuery(CATALOGUE);
  const metrics = catalogue?.metrics ?? [];
  const { data } = useQuery(CATALOGUE_FIGURES, {
    variables: { requests: metrics.map(({ id }) => ({ metric: id })) },
    skip: metrics.length === 0,
  });
  if (error !== undefined && catalogue === undefined) return <ErrorState error={error} />;
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'nav.indicators' })}
      scope={intl.formatMessage(
        { id: 'indicators.scope' },
        { day: format.day(today), count: metrics.length },
      )}
    >
      {GROUPS.map((group) => (
        <Section key={group} title={word('MetricGroup', group)}>
          <FigureGrid>
            {metrics.map(({ id, group: own }, index) =>
              own === group ? <IndicatorTile key={id} result={data?.figures[index]} /> : null,
            )}
          </FigureGrid>
        </Section>
      ))}
    </AnalysisPage>
  );
}

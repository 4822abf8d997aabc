import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { ChosenFiguresQuery } from '../../gql/graphql.ts';
import { ComparedFigures } from '../indicators/ComparedFigures.tsx';
import type { Metric } from '../indicators/indicator.queries.ts';
import indicator from '../indicators/Indicator.module.css';
import { requestOf } from '../indicators/request.ts';
import { useCohortWords } from '../indicators/use-cohort-words.ts';
import { nameOf, type ChosenFigure } from './chosen-search.ts';
import { FewChosen } from './FewChosen.tsx';

const CHOSEN = graphql(`
  query ChosenFigures($requests: [ComparedRequest!]!, $reference: Int) {
    compareFigures(requests: $requests, reference: $reference) {
      __typename
      ...ComparisonFields
      ... on OverlappingFigures {
        figure
        reference
        duos
      }
    }
  }
`);

interface Props {
  readonly metric: Metric;
  readonly figures: readonly ChosenFigure[];
  readonly asOf: string | undefined;
  readonly reference: number;
  readonly onReference: (reference: number) => void;
  readonly onFigures: (figures: readonly ChosenFigure[]) => void;
}

/** The chosen figures, each held against one of them; where people are in two of them, which. */
export function ChosenComparison({ metric, figures, asOf, reference, onReference, onFigures }: Props) {
  const intl = useIntl();
  const { today } = useViewer();
  const cohortWords = useCohortWords();
  const labelOf = (figure: ChosenFigure, place: number) =>
    intl.formatMessage({ id: 'chosen.label' }, { name: nameOf(place), what: cohortWords(figure) });
  const requests = figures.map((figure) => requestOf(metric, { ...figure, asOf }, today));
  const { data, shownFor, pending, error } = useKeptQuery(CHOSEN, { requests, reference }, figures);
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Kept pending>{null}</Kept>;
  const compared = data.compareFigures;
  if (compared.__typename === 'OverlappingFigures')
    return (
      <Kept pending={pending}>
        <Overlap overlap={compared} />
      </Kept>
    );
  return (
    <Kept pending={pending}>
      <FewChosen
        figures={shownFor}
        results={compared.figures.map(({ result }) => result)}
        asOf={asOf}
        onFigures={onFigures}
      />
      <ComparedFigures
        metric={metric}
        comparison={{
          ...compared,
          figures: compared.figures.map((figure, place) => ({
            ...figure,
            label: labelOf(shownFor[place] ?? {}, place),
          })),
        }}
        nameOf={({ key }) => nameOf(Number(key))}
        groupHeader={intl.formatMessage({ id: 'chosen.header' })}
        scope={shownFor.map(labelOf).join(' | ')}
        fileName={`${metric.id.toLowerCase()}-chosen`}
        onReference={(key) => onReference(Number(key))}
      />
    </Kept>
  );
}

type Overlapping = Extract<
  ChosenFiguresQuery['compareFigures'],
  { readonly __typename: 'OverlappingFigures' }
>;

function Overlap({ overlap: { figure, reference, duos } }: { readonly overlap: Overlapping }) {
  const intl = useIntl();
  const names = { one: nameOf(figure), other: nameOf(reference) };
  return (
    <p className={indicator.sentence} role="status">
      {duos == null
        ? intl.formatMessage({ id: 'chosen.mayOverlap' }, names)
        : intl.formatMessage({ id: 'chosen.overlap' }, { ...names, count: duos })}
    </p>
  );
}

import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type {
  ChangedRecordsQuery,
  CohortDay,
  FigureChangeQuery,
  FigureChangeReason,
  FigureRequest,
} from '../../gql/graphql.ts';
import { useCriterionWords, type Criterion } from './criterion.ts';
import type { Metric } from './indicator.queries.ts';

export type Reasons = NonNullable<FigureChangeQuery['figureChange']['reasons']>;
export type Changed = NonNullable<ChangedRecordsQuery['changedRecords']>['edges'][number]['node'];

/** Which day places those whom an indicator is about. */
export type PlacedBy = Exclude<CohortDay, 'ANCHOR'>;

export function placedBy(
  { cohortDay, parameters }: Metric,
  request: Pick<FigureRequest, 'parameters'>,
): PlacedBy {
  const day = cohortDay ?? 'START';
  return day === 'ANCHOR' ? (request.parameters?.anchor ?? parameters?.anchor ?? 'START') : day;
}

/** What kind of thing happened, in a word or two. */
export function useReasonWords(placed: PlacedBy): (reason: FigureChangeReason) => string {
  const intl = useIntl();
  return (reason) =>
    intl.formatMessage({
      id: `change.kind.${reason}${reason === 'NEW' || reason === 'WINDOW_OVER' ? `.${placed}` : ''}`,
    });
}

/** Why a record made a difference, in a sentence with its days. */
export function useReasonSentence(placed: PlacedBy): (changed: Changed) => string {
  const intl = useIntl();
  const format = useFormat();
  return ({ reason, record }) =>
    intl.formatMessage(
      { id: `change.reason.${reason}${reason === 'WINDOW_OVER' ? `.${placed}` : ''}` },
      {
        placed: intl.formatMessage({ id: `change.placed.${placed}` }, { day: format.day(record.cohortDay) }),
        closed: record.closedOn == null ? '' : format.day(record.closedOn),
      },
    );
}

/** A value on which the counting rests, at both moments. */
export interface Fact {
  readonly key: string;
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

/** What counting a record rests on at either moment; where it was looked at once, what it was then stands for both. */
export function useFacts(before: readonly Criterion[], after: readonly Criterion[]) {
  const { told } = useCriterionWords();
  return ({ criterionBefore, criterionAfter }: Changed): readonly Fact[] => {
    const [named, values] = criterionAfter ? [after, criterionAfter] : [before, criterionBefore ?? []];
    return named.map((one, index) => {
      const is = told(one, values[index]);
      // Two versions of a definition rest on values of their own.
      const isSame = before[index]?.name === one.name && criterionBefore && criterionAfter;
      return {
        key: `${index}`,
        name: one.name,
        was: isSame ? told(one, criterionBefore[index]) : is,
        is,
      };
    });
  };
}

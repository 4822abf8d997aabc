import { useFormat } from '@tandem/ui/format';
import { useIntl } from 'react-intl';
import type { ChangedRecordsQuery } from '../../gql/graphql.ts';
import { useCriterionWords, type Criterion } from './criterion.ts';

type Changed = NonNullable<ChangedRecordsQuery['changedRecords']>['edges'][number]['node'];
type Values = readonly (string | null)[];

/** By what a figure looks at records: which day places them, and what they tell at either moment. */
export interface Told {
  readonly placedBy: 'START' | 'CLOSURE' | 'FIRST_JOB' | 'MEETING';
  readonly before: readonly Criterion[];
  readonly after: readonly Criterion[];
}

/** Why a record made a difference, in words: what happened to it, and the facts behind that. */
export function useChangeReason({ placedBy, before, after }: Told): (changed: Changed) => string {
  const intl = useIntl();
  const format = useFormat();
  const { told } = useCriterionWords();
  // A code says by itself what it is about.
  const fact = (one: Criterion, value: string | null | undefined) =>
    one.is === 'CODE'
      ? told(one, value)
      : intl.formatMessage({ id: 'change.fact' }, { name: one.name, value: told(one, value) });
  const allOf = (criterion: readonly Criterion[], values: Values) =>
    criterion.flatMap((one, index) => (values[index] == null ? [] : [fact(one, values[index])]));
  const changedOf = (was: Values, is: Values) =>
    after.flatMap((one, index) =>
      was[index] === is[index]
        ? []
        : [
            intl.formatMessage(
              { id: 'change.factChanged' },
              { name: one.name, before: told(one, was[index]), after: told(one, is[index]) },
            ),
          ],
    );
  return ({ reason, criterionBefore, criterionAfter, record }) => {
    const day = format.day(record.cohortDay);
    const placed = intl.formatMessage({ id: `change.placed.${placedBy}` }, { day });
    const said = intl.formatMessage(
      { id: `change.reason.${reason}` },
      { placed, closed: record.closedOn == null ? '' : format.day(record.closedOn) },
    );
    const facts =
      reason === 'CRITERION' && criterionBefore && criterionAfter
        ? changedOf(criterionBefore, criterionAfter)
        : criterionAfter
          ? allOf(after, criterionAfter)
          : allOf(before, criterionBefore ?? []);
    return [said, ...facts].join(' · ');
  };
}

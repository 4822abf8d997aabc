import { ErrorState } from '@tandem/ui/ErrorState';
import { Kept } from '@tandem/ui/Kept';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { periodOf } from '../indicators/cohort-search.ts';
import { EXITS } from '../indicators/exit-search.ts';
import { useCohortWords } from '../indicators/use-cohort-words.ts';
import { WEIGHTED, type ComparisonGroup } from './comparison-groups.queries.ts';
import { NoWeightedEffect } from './NoWeightedEffect.tsx';
import { ESTIMANDS, USUAL_COVARIATES, USUAL_WINDOW } from './outside-search.ts';
import { WeightedEffect } from './WeightedEffect.tsx';

const route = getRouteApi('/indicators/comparison/groups');

/** The effect with what it rests on, or why there is none. */
export function WeightedComparison({ group }: { readonly group: ComparisonGroup }) {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const cohortWords = useCohortWords();
  const { asOf, branch } = search;
  const exit = search.exit ?? EXITS[0];
  const months = search.windowMonths ?? USUAL_WINDOW;
  const covariates = search.covariates ?? [...USUAL_COVARIATES];
  const estimand = search.estimand ?? ESTIMANDS[0];
  const period = periodOf(search, today);
  const { data, shownFor, pending, error } = useKeptQuery(
    WEIGHTED,
    {
      groupId: group.id,
      metric: exit,
      asOf: asOf ?? null,
      period: period ?? null,
      parameters: { windowMonths: months },
      filter: branch ? { branch } : null,
      covariates,
      estimand,
    },
    { group, exit, months, covariates, estimand },
  );
  if (error !== undefined) return <ErrorState error={error} />;
  if (data === undefined) return <Kept pending>{null}</Kept>;
  const answer = data.compareWeighted;
  const asked = { ...shownFor, exit: intl.formatMessage({ id: `exit.${shownFor.exit}` }) };
  return (
    <Kept pending={pending}>
      {answer?.__typename === 'WeightedEffect' && (
        <WeightedEffect
          effect={answer}
          asked={asked}
          about={{
            scope: `${asked.group.name}; ${cohortWords(search)}`,
            source: [intl.formatMessage({ id: 'about.programme' }), group.source].filter(Boolean).join('; '),
            asOf: asOf ?? today,
          }}
          fileName={`${shownFor.exit.toLowerCase()}-weighted`}
        />
      )}
      {answer?.__typename === 'NoWeightedEffect' && <NoWeightedEffect answer={answer} asked={asked} />}
    </Kept>
  );
}

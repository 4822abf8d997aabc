import { MultiSelect, NativeSelect } from '@mantine/core';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { CohortScope } from '../indicators/CohortScope.tsx';
import { EXITS } from '../indicators/exit-search.ts';
import scope from '../indicators/Indicator.module.css';
import { requestOf } from '../indicators/request.ts';
import { WindowChoice } from '../indicators/WindowChoice.tsx';
import type { ComparisonGroup } from './comparison-groups.queries.ts';
import {
  COVARIATES,
  ESTIMANDS,
  USUAL_COVARIATES,
  USUAL_WINDOW,
  WINDOWS,
  type OutsideSearch,
} from './outside-search.ts';

const route = getRouteApi('/indicators/comparison/groups');

interface Props {
  readonly groups: readonly ComparisonGroup[];
  readonly group: ComparisonGroup;
}

/** Whom, which exit, within which time, weighed by what; all of it stands in the address. */
export function OutsideScope({ groups, group }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { today } = useViewer();
  const words = (id: string) => intl.formatMessage({ id });
  const set = (change: Partial<OutsideSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const asked = Object.values(search).some((value) => value !== undefined);
  return (
    <CohortScope
      search={search}
      onChange={set}
      onReset={asked ? () => void navigate({ search: {} }) : undefined}
    >
      <NativeSelect
        label={words('outside.group')}
        value={group.id}
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => set({ group: event.currentTarget.value })}
      />
      <NativeSelect
        label={words('exit.show')}
        value={search.exit ?? EXITS[0]}
        data={EXITS.map((value) => ({ value, label: words(`exit.${value}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set({ exit: EXITS.find((each) => each === value) });
        }}
      />
      <WindowChoice
        request={requestOf({ id: search.exit ?? EXITS[0], dimensions: ['BRANCH'] }, search, today)}
        windows={WINDOWS}
        value={search.windowMonths ?? USUAL_WINDOW}
        onChange={(windowMonths) => set({ windowMonths })}
      />
      <NativeSelect
        label={words('outside.estimand')}
        value={search.estimand ?? ESTIMANDS[0]}
        data={ESTIMANDS.map((value) => ({ value, label: words(`outside.estimand.${value}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          set({ estimand: ESTIMANDS.find((each) => each === value) });
        }}
      />
      <MultiSelect
        className={scope.wide ?? ''}
        label={words('outside.covariates')}
        data={COVARIATES.map((value) => ({ value, label: word('Dimension', value) }))}
        value={search.covariates ?? [...USUAL_COVARIATES]}
        onChange={(values) => {
          const covariates = COVARIATES.filter((each) => values.includes(each));
          // Weighed by nothing there is no comparison.
          if (covariates.length > 0) set({ covariates });
        }}
      />
    </CohortScope>
  );
}

import { NativeSelect } from '@mantine/core';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { CohortScope } from './CohortScope.tsx';
import { FILTER_FIELDS } from './dimensions.ts';
import type { Metric } from './indicator.queries.ts';
import type { IndicatorSearch } from './indicators.routes.ts';
import { MoreFilters } from './MoreFilters.tsx';
import { requestOf, takesPeriod } from './request.ts';
import { VersionChoice } from './VersionChoice.tsx';
import { WindowChoice } from './WindowChoice.tsx';
import { WINDOWS } from './windows.ts';

const route = getRouteApi('/indicators/$metric');
/** What of an address is about the figure itself, not about how the page shows it. */
const ASKED = [
  'asOf',
  'from',
  'to',
  'branch',
  'anchor',
  'windowMonths',
  'population',
  'evidence',
  'version',
  ...FILTER_FIELDS,
] as const satisfies readonly (keyof IndicatorSearch)[];

/** Of when, of whom and how the figure is counted; all of it stands in the address. */
export function IndicatorScope({ metric }: { readonly metric: Metric }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<IndicatorSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...change }), resetScroll: false });
  const asked = ASKED.some((field) => search[field] !== undefined);
  return (
    <CohortScope
      search={search}
      onChange={set}
      onReset={asked ? () => void navigate({ search: {} }) : undefined}
      hasPeriod={takesPeriod(metric)}
      hasBranch={metric.dimensions.includes('BRANCH')}
    >
      {metric.parameters && (
        <ParameterChoices metric={metric} parameters={metric.parameters} search={search} set={set} />
      )}
      <VersionChoice metric={metric} value={search.version} onChange={(version) => set({ version })} />
      <MoreFilters metric={metric} search={search} set={set} />
    </CohortScope>
  );
}

interface ParameterProps {
  readonly metric: Metric;
  readonly parameters: NonNullable<Metric['parameters']>;
  readonly search: IndicatorSearch;
  readonly set: (change: Partial<IndicatorSearch>) => void;
}

function ParameterChoices({ metric, parameters, search, set }: ParameterProps) {
  const intl = useIntl();
  const { today } = useViewer();
  const { options } = useWords();
  const label = (id: string) => intl.formatMessage({ id: `indicators.${id}` });
  return (
    <>
      <NativeSelect
        label={label('anchor')}
        value={search.anchor ?? parameters.anchor}
        data={options('Anchor', ['START', 'CLOSURE'])}
        onChange={(event) => set({ anchor: event.currentTarget.value as IndicatorSearch['anchor'] })}
      />
      <WindowChoice
        request={requestOf(metric, search, today)}
        windows={WINDOWS}
        value={search.windowMonths ?? parameters.windowMonths}
        onChange={(windowMonths) => set({ windowMonths })}
      />
      <NativeSelect
        label={label('population')}
        value={search.population ?? parameters.population}
        data={options('Population', ['MATURE', 'CLOSED', 'STARTED'])}
        onChange={(event) => set({ population: event.currentTarget.value as IndicatorSearch['population'] })}
      />
      <NativeSelect
        label={label('evidence')}
        value={search.evidence ?? parameters.evidence}
        data={options('EvidenceLevel', ['ANY', 'DOCUMENTED'])}
        onChange={(event) => set({ evidence: event.currentTarget.value as IndicatorSearch['evidence'] })}
      />
    </>
  );
}

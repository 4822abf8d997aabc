import { Button, NativeSelect } from '@mantine/core';
import { DayInput } from '@tandem/ui/DayInput';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import type { Metric } from './indicator.queries.ts';
import type { IndicatorSearch } from './indicators.routes.ts';
import { endsBeforeItBegins, takesPeriod } from './request.ts';
import { useBranchOptions } from '../people/options.ts';
import classes from './Indicator.module.css';

const route = getRouteApi('/indicators/$metric');
const WINDOWS = [3, 6, 12, 18, 24];

/** Of when, of whom and how the figure is counted; all of it stands in the address. */
export function IndicatorScope({ metric }: { readonly metric: Metric }) {
  const intl = useIntl();
  const { today } = useViewer();
  const { options } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const branches = useBranchOptions();
  const set = (change: Partial<IndicatorSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...change }), resetScroll: false });
  const label = (id: string) => intl.formatMessage({ id: `indicators.${id}` });
  const orNone = (value: string) => (value === '' ? undefined : value);
  const { parameters, dimensions } = metric;
  const asked =
    search.from !== undefined ||
    search.to !== undefined ||
    search.asOf !== undefined ||
    search.branch !== undefined ||
    search.anchor !== undefined ||
    search.windowMonths !== undefined ||
    search.population !== undefined ||
    search.evidence !== undefined;
  return (
    <div className={classes.scope} role="group" aria-label={label('scopeLabel')}>
      {takesPeriod(metric) && (
        <>
          {' '}
          <DayInput
            label={label('from')}
            value={search.from ?? ''}
            onDay={(day) => set({ from: orNone(day) })}
          />
          <DayInput
            label={label('to')}
            value={search.to ?? ''}
            error={endsBeforeItBegins(search) ? label('periodReversed') : undefined}
            onDay={(day) => set({ to: orNone(day) })}
          />
        </>
      )}{' '}
      <DayInput
        label={label('asOf')}
        value={search.asOf ?? today}
        max={today}
        onDay={(day) => set({ asOf: orNone(day) })}
      />
      {dimensions.includes('BRANCH') && branches.length > 1 && (
        <NativeSelect
          label={label('branch')}
          value={search.branch?.[0] ?? ''}
          data={[{ value: '', label: label('allBranches') }, ...branches]}
          onChange={(event) =>
            set({ branch: event.currentTarget.value === '' ? undefined : [event.currentTarget.value] })
          }
        />
      )}
      {parameters && (
        <>
          <NativeSelect
            label={label('anchor')}
            value={search.anchor ?? parameters.anchor}
            data={options('Anchor', ['START', 'CLOSURE'])}
            onChange={(event) => set({ anchor: event.currentTarget.value as IndicatorSearch['anchor'] })}
          />
          <NativeSelect
            label={label('window')}
            value={String(search.windowMonths ?? parameters.windowMonths)}
            data={[...new Set([...WINDOWS, search.windowMonths ?? parameters.windowMonths])].map(
              (months) => ({
                value: String(months),
                label: intl.formatMessage({ id: 'unit.months' }, { months }),
              }),
            )}
            onChange={(event) => set({ windowMonths: Number(event.currentTarget.value) })}
          />
          <NativeSelect
            label={label('population')}
            value={search.population ?? parameters.population}
            data={options('Population', ['MATURE', 'CLOSED', 'STARTED'])}
            onChange={(event) =>
              set({ population: event.currentTarget.value as IndicatorSearch['population'] })
            }
          />
          <NativeSelect
            label={label('evidence')}
            value={search.evidence ?? parameters.evidence}
            data={options('EvidenceLevel', ['ANY', 'DOCUMENTED'])}
            onChange={(event) => set({ evidence: event.currentTarget.value as IndicatorSearch['evidence'] })}
          />
        </>
      )}
      {asked && (
        <Button
          variant="subtle"
          color="gray"
          className={classes.reset ?? ''}
          onClick={() => void navigate({ search: {} })}
        >
          <FormattedMessage id="table.reset" />
        </Button>
      )}
    </div>
  );
}

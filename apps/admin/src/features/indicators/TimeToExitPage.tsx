import { NativeSelect } from '@mantine/core';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { AnalysisPage } from './AnalysisPage.tsx';
import { reversedEnd } from './cohort-search.ts';
import { CohortScope } from './CohortScope.tsx';
import { ExitCurves } from './ExitCurves.tsx';
import { COMPETING, EXIT_DIMENSIONS, EXITS } from './exit-search.ts';

const route = getRouteApi('/indicators/time-to-exit');

/** How the share with an exit grows with the months: all three exits, or one of them for each group. */
export function TimeToExitPage() {
  const intl = useIntl();
  const { word, options } = useWords();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const can = useCan();
  if (!can('SEE_ANALYSES')) return <NotFoundPage />;
  const words = (id: string) => intl.formatMessage({ id });
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const asked = Object.values(search).some((value) => value !== undefined);
  return (
    <AnalysisPage title={words('exit.title')} scope={words('exit.scope')}>
      <CohortScope
        search={search}
        onChange={set}
        onReset={asked ? () => void navigate({ search: {} }) : undefined}
      >
        <NativeSelect
          label={words('exit.show')}
          value={search.exit ?? ''}
          data={[
            { value: '', label: words('exit.all') },
            ...EXITS.map((value) => ({ value, label: words(`exit.${value}`) })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const exit = EXITS.find((each) => each === value);
            set({ exit, ...(exit === undefined && { by: undefined }) });
          }}
        />
        {search.exit !== undefined && (
          <NativeSelect
            label={words('indicators.by')}
            value={search.by ?? ''}
            data={[
              { value: '', label: words('exit.together') },
              ...EXIT_DIMENSIONS.map((value) => ({ value, label: word('Dimension', value) })),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              set({ by: EXIT_DIMENSIONS.find((each) => each === value) });
            }}
          />
        )}
        <NativeSelect
          label={words('exit.competing')}
          value={search.competing ?? COMPETING[0]}
          data={COMPETING.map((value) => ({ value, label: words(`exit.competing.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            set({ competing: COMPETING.find((each) => each === value) });
          }}
        />
        <NativeSelect
          label={words('indicators.evidence')}
          value={search.evidence ?? 'ANY'}
          data={options('EvidenceLevel', ['ANY', 'DOCUMENTED'])}
          onChange={(event) =>
            set({ evidence: event.currentTarget.value === 'DOCUMENTED' ? 'DOCUMENTED' : undefined })
          }
        />
      </CohortScope>
      {reversedEnd(search, today) === undefined && <ExitCurves />}
    </AnalysisPage>
  );
}

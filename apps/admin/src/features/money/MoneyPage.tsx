import { NativeSelect, Tabs } from '@mantine/core';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { CostList } from './CostList.tsx';
import { GrantTable } from './GrantTable.tsx';
import { MoneyOverview } from './MoneyOverview.tsx';

const route = getRouteApi('/money');
const TABS = ['overview', 'grants', 'costs'] as const;
/** How many calendar years back can be chosen. */
const YEARS = 8;

export function MoneyPage() {
  const intl = useIntl();
  const { today } = useViewer();
  const { tab = 'overview', year } = route.useSearch();
  const navigate = route.useNavigate();
  const current = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, index) => String(current - index));
  return (
    <Page
      title={intl.formatMessage({ id: 'nav.money' })}
      scope={
        <FormattedMessage
          id={year === undefined ? 'money.scope.all' : 'money.scope.year'}
          values={{ year: String(year) }}
        />
      }
      actions={
        tab !== 'grants' && (
          <NativeSelect
            aria-label={intl.formatMessage({ id: 'money.year' })}
            value={year === undefined ? '' : String(year)}
            data={[{ value: '', label: intl.formatMessage({ id: 'money.allYears' }) }, ...years]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              void navigate({
                search: (before) => ({
                  ...before,
                  ...FIRST_PAGE,
                  year: value === '' ? undefined : Number(value),
                }),
              });
            }}
          />
        )
      }
    >
      <Tabs
        value={tab}
        onChange={(value) =>
          void navigate({
            search: {
              tab: TABS.find((candidate) => candidate === value),
              ...(year !== undefined && { year }),
            },
          })
        }
      >
        <Tabs.List mb="lg">
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              <FormattedMessage id={`money.tab.${value}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="overview">{tab === 'overview' && <MoneyOverview />}</Tabs.Panel>
        <Tabs.Panel value="grants">{tab === 'grants' && <GrantTable />}</Tabs.Panel>
        <Tabs.Panel value="costs">{tab === 'costs' && <CostList />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}

import { NativeSelect, Tabs } from '@mantine/core';
import { FIRST_PAGE } from '@tandem/ui/list-state';
import { Page } from '@tandem/ui/Page';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { AllocationPanel } from './AllocationPanel.tsx';
import { BudgetPanel } from './BudgetPanel.tsx';
import { FundsPanel } from './FundsPanel.tsx';
import { GrantsPanel } from './GrantsPanel.tsx';
import { LedgerPanel } from './LedgerPanel.tsx';
import { MONEY_TABS } from './money.routes.ts';
import { MoneyOverview } from './MoneyOverview.tsx';
import { useMoneyYears } from './use-money-years.ts';

const route = getRouteApi('/money');
/** Tabs that are about all time unless a year is chosen; a budget is always of one year, and grants are of none. */
const OF_ALL_TIME: ReadonlySet<string> = new Set(['overview', 'costs', 'allocation', 'funds']);

export function MoneyPage() {
  const intl = useIntl();
  const { today } = useViewer();
  const { tab = 'overview', year } = route.useSearch();
  const navigate = route.useNavigate();
  const current = Number(today.slice(0, 4));
  const years = useMoneyYears(year);
  const ofYear = tab === 'budget' ? (year ?? current) : year;
  return (
    <Page
      title={intl.formatMessage({ id: 'nav.money' })}
      scope={
        <FormattedMessage
          id={ofYear === undefined || tab === 'grants' ? 'money.scope.all' : 'money.scope.year'}
          values={{ year: String(ofYear) }}
        />
      }
      actions={
        tab !== 'grants' && (
          <NativeSelect
            aria-label={intl.formatMessage({ id: 'money.year' })}
            value={ofYear === undefined ? '' : String(ofYear)}
            data={[
              ...(OF_ALL_TIME.has(tab)
                ? [{ value: '', label: intl.formatMessage({ id: 'money.allYears' }) }]
                : []),
              ...years.map(String),
            ]}
            onChange={(event) => {
              const { value } = event.currentTarget;
              void navigate({
                search: (before) => ({
                  ...before,
                  ...FIRST_PAGE,
                  year: value === '' ? undefined : Number(value),
                  month: undefined,
                  line: undefined,
                  from: undefined,
                  to: undefined,
                }),
              });
            }}
          />
        )
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) =>
          void navigate({
            search: {
              tab: MONEY_TABS.find((candidate) => candidate === value),
              ...(year !== undefined && { year }),
            },
          })
        }
      >
        <Tabs.List mb="lg">
          {MONEY_TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              <FormattedMessage id={`money.tab.${value}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>{PANELS[tab]}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}

const PANELS = {
  overview: <MoneyOverview />,
  grants: <GrantsPanel />,
  costs: <LedgerPanel />,
  allocation: <AllocationPanel />,
  budget: <BudgetPanel />,
  funds: <FundsPanel />,
} as const;

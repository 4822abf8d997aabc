import { Tabs } from '@mantine/core';
import { Page } from '@tandem/ui/Page';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { ErasureTable } from './ErasureTable.tsx';
import { HoldTable } from './HoldTable.tsx';
import { TABS } from './privacy.routes.ts';
import { PurposesPanel } from './PurposesPanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { ThresholdsPanel } from './ThresholdsPanel.tsx';

const route = getRouteApi('/privacy');

/** For what data is used, how long it is kept, who was erased, and how much figures may tell. */
export function PrivacyPage() {
  const intl = useIntl();
  const { tab = 'purposes' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title={intl.formatMessage({ id: 'privacy.title' })} scope={<FormattedMessage id="privacy.scope" />}>
      <Tabs
        value={tab}
        onChange={(value) =>
          void navigate({ search: { tab: TABS.find((candidate) => candidate === value) } })
        }
      >
        <Tabs.List mb="lg">
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              <FormattedMessage id={`privacy.tab.${value}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="purposes">{tab === 'purposes' && <PurposesPanel />}</Tabs.Panel>
        <Tabs.Panel value="retention">{tab === 'retention' && <RetentionPanel />}</Tabs.Panel>
        <Tabs.Panel value="holds">{tab === 'holds' && <HoldTable />}</Tabs.Panel>
        <Tabs.Panel value="erasures">{tab === 'erasures' && <ErasureTable />}</Tabs.Panel>
        <Tabs.Panel value="thresholds">{tab === 'thresholds' && <ThresholdsPanel />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}

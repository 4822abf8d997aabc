import { useQuery } from '@apollo/client/react';
import { Tabs } from '@mantine/core';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Page } from '@tandem/ui/Page';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { BRANCHES } from './people.queries.ts';
import { RegisterList } from './RegisterList.tsx';
import { RegisterOne } from './RegisterOne.tsx';

const route = getRouteApi('/people/register');
const WAYS = ['one', 'list'] as const;

/** Registers one person, or a whole list from a spreadsheet. */
export function RegisterPage() {
  const intl = useIntl();
  const { way = 'one' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(BRANCHES);
  const branches = data?.branches.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  return (
    <Page
      title={intl.formatMessage({ id: 'register.title' })}
      scope={<FormattedMessage id="register.scope" />}
      parent={
        <Link to="/people">
          <FormattedMessage id="people.title" />
        </Link>
      }
    >
      <Tabs
        value={way}
        onChange={(value) =>
          void navigate({ search: { way: WAYS.find((candidate) => candidate === value) } })
        }
      >
        <Tabs.List mb="lg">
          {WAYS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              <FormattedMessage id={`register.way.${value}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {error !== undefined && data === undefined && <ErrorState error={error} retry={refetch} />}
        <Tabs.Panel value="one">{way === 'one' && <RegisterOne branches={branches} />}</Tabs.Panel>
        <Tabs.Panel value="list">{way === 'list' && <RegisterList branches={branches} />}</Tabs.Panel>
      </Tabs>
    </Page>
  );
}

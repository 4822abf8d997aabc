import { Button, Group } from '@mantine/core';
import { useQuery } from '@apollo/client/react';
import { FactList } from '@tandem/ui/FactList';
import { FormDrawer } from '@tandem/ui/FormDrawer';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { GrantAmounts } from '@tandem/ui/GrantAmounts';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { ChangeGrantForm } from './ChangeGrantForm.tsx';
import { GRANT } from './grant.queries.ts';
import { GrantDuos } from './GrantDuos.tsx';
import { GrantMoney } from './GrantMoney.tsx';
import { GrantTerms } from './GrantTerms.tsx';
import type { Grant } from './grant-values.ts';
import { useGrantActions } from './use-grant-actions.ts';
import { useGrantRest } from './use-grant-rest.ts';

const route = getRouteApi('/money/grants/$id');

/** One grant: what was agreed, what came in, which duos it pays and what the money did. */
export function GrantPage() {
  const { id } = route.useParams();
  const { data, error } = useQuery(GRANT, { variables: { id }, fetchPolicy: 'cache-and-network' });
  if (data === undefined) return <PageOnItsWay error={error} />;
  return data.grant == null ? <NotFoundPage /> : <OneGrant grant={data.grant} />;
}

function OneGrant({ grant }: { readonly grant: Grant }) {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { word } = useWords();
  const [changing, setChanging] = useState(false);
  const rest = useGrantRest(grant);
  const label = (id: string) => intl.formatMessage({ id: `grant.field.${id}` });
  return (
    <Page
      title={`${grant.reference} · ${grant.funder.name}`}
      scope={grant.purpose ?? word('GrantKind', grant.kind)}
      parent={
        <Link to="/money" search={{ tab: 'grants' }}>
          <FormattedMessage id="money.tab.grants" />
        </Link>
      }
      actions={grant.viewerCanManage && <GrantActions grant={grant} onChange={() => setChanging(true)} />}
    >
      <FactList
        facts={[
          [label('status'), word('GrantStatus', grant.status)],
          [label('kind'), word('GrantKind', grant.kind)],
          [label('period'), `${format.day(grant.startsOn)} – ${format.day(grant.endsOn)}`],
          [intl.formatMessage({ id: 'money.column.branch' }), grant.branch?.name],
        ]}
      />
      <Section title={grant.counts ? intl.formatMessage({ id: 'grant.amounts' }) : label('amount')}>
        <GrantAmounts grant={grant} reader="staff" funder={grant.funder.name} more={rest} />
      </Section>
      {grant.counts && <GrantMoney grant={grant} />}
      <GrantTerms grant={grant} />
      {(can('MANAGE_MONEY') || can('SEE_DUOS')) && (
        <Section
          title={intl.formatMessage({ id: 'grant.duos' })}
          about={<FormattedMessage id="grant.duosAbout" />}
        >
          <GrantDuos grant={grant} />
        </Section>
      )}
      <FormDrawer
        title={intl.formatMessage({ id: 'grant.change' })}
        opened={changing}
        onClose={() => setChanging(false)}
      >
        <ChangeGrantForm grant={grant} onDone={() => setChanging(false)} />
      </FormDrawer>
    </Page>
  );
}

function GrantActions({ grant, onChange }: { readonly grant: Grant; readonly onChange: () => void }) {
  const navigate = useNavigate();
  const { remove } = useGrantActions(grant);
  const removeIt = async () => {
    if (await remove()) await navigate({ to: '/money', search: { tab: 'grants' } });
  };
  return (
    <Group gap="xs">
      <Button variant="subtle" color="gray" onClick={() => void removeIt()}>
        <FormattedMessage id="action.remove" />
      </Button>
      <Button onClick={onChange}>
        <FormattedMessage id="grant.change" />
      </Button>
    </Group>
  );
}

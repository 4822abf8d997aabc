import { useQuery } from '@apollo/client/react';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FactList } from '@tandem/ui/FactList';
import { useFormat } from '@tandem/ui/format';
import { Page } from '@tandem/ui/Page';
import { Section } from '@tandem/ui/Section';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { ChangedData } from './ChangedData.tsx';
import { SealedDefinitions } from './SealedDefinitions.tsx';
import { SealedFigures } from './SealedFigures.tsx';
import { SNAPSHOT, SNAPSHOT_CHECK } from './snapshot.queries.ts';
import { SnapshotFiles } from './SnapshotFiles.tsx';
import { Verdict } from './Verdict.tsx';

const route = getRouteApi('/snapshots/$id');

/** A snapshot: what it says, what today's data give for the same, and why that is other. */
export function SnapshotPage() {
  const intl = useIntl();
  const format = useFormat();
  const { id } = route.useParams();
  const { data, error } = useQuery(SNAPSHOT, { variables: { id } });
  const { data: checked, error: failed } = useQuery(SNAPSHOT_CHECK, {
    variables: { id },
    fetchPolicy: 'network-only',
  });
  if (data === undefined) return <PageOnItsWay error={error} />;
  const { snapshot } = data;
  if (snapshot == null) return <NotFoundPage />;
  const check = checked?.snapshotCheck ?? undefined;
  const word = (name: string) => intl.formatMessage({ id: `snapshots.column.${name}` });
  return (
    <Page
      title={snapshot.name}
      scope={intl.formatMessage({ id: 'snapshots.of' }, { day: format.day(snapshot.asOf) })}
      actions={<SnapshotFiles snapshot={snapshot} />}
      parent={
        <Link to="/snapshots">
          <FormattedMessage id="snapshots.title" />
        </Link>
      }
    >
      {failed === undefined ? <Verdict check={check} /> : <ErrorState error={failed} />}
      <FactList
        facts={[
          [word('takenAt'), format.instant(snapshot.takenAt)],
          [word('takenBy'), snapshot.takenBy],
          [word('seal'), <code key="seal">{snapshot.seal}</code>],
          [word('data'), <code key="data">{snapshot.dataDigest}</code>],
        ]}
      />
      <Section title={intl.formatMessage({ id: 'snapshots.figures' })}>
        <SealedFigures snapshot={snapshot} check={check} />
      </Section>
      <SealedDefinitions snapshot={snapshot} />
      {check !== undefined && !check.sameData && <ChangedData id={id} check={check} />}
    </Page>
  );
}

import { useQuery } from '@apollo/client/react';
import { EmptyState } from '@tandem/ui/EmptyState';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { SROI, SROI_VERSION, type SroiModel } from './sroi.queries.ts';
import { VersionEditor } from './VersionEditor.tsx';

const route = getRouteApi('/sroi');

/** The version that the address names, or the one that is being worked on, or what is published. */
export function SroiPage() {
  const intl = useIntl();
  const { mapVersion: wanted } = route.useSearch();
  const { data, error, refetch } = useQuery(SROI);
  const model = data?.sroiModel ?? undefined;
  const known = [model?.draft, model?.current].find((version) => version?.id === wanted);
  const other = useQuery(SROI_VERSION, {
    variables: { id: wanted ?? '' },
    skip: wanted === undefined || model === undefined || known != null,
  });
  if (data === undefined) return <PageOnItsWay error={error} />;
  const shown = wanted === undefined ? (model?.draft ?? model?.current) : (known ?? other.data?.sroiVersion);
  if (wanted !== undefined && known == null && other.data === undefined)
    return <PageOnItsWay error={other.error} />;
  if (model === undefined || shown == null)
    return (
      <Page title={intl.formatMessage({ id: 'nav.sroi' })}>
        <EmptyState title={intl.formatMessage({ id: 'sroi.none' })} />
      </Page>
    );
  const named = data.metrics.map(({ id, name, unit }) => ({ value: id, label: name, unit }));
  return (
    <VersionEditor
      // A version that was saved or published begins anew from what is saved.
      key={shown.id}
      model={model satisfies SroiModel}
      saved={shown}
      metrics={named}
      onReload={() => refetch()}
    />
  );
}

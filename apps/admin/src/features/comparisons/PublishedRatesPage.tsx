import { useQuery } from '@apollo/client/react';
import { Button, NativeSelect } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { failedNotice } from '@tandem/ui/notices';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { refusalWords } from '@tandem/ui/refusal';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { ComparisonFrame } from '../indicators/ComparisonFrame.tsx';
import { INDICATOR } from '../indicators/indicator.queries.ts';
import { PublishedRateDrawer } from './PublishedRateDrawer.tsx';
import { usePublishedRateColumns } from './published-rate-columns.tsx';
import { PUBLISHED_RATES, type PublishedRate } from './published-rates.queries.ts';
import { usePublishedRateActions } from './use-published-rate-actions.ts';
import classes from './Comparisons.module.css';

const route = getRouteApi('/indicators/comparison/published');

/** The rates that others published, beside which indicators stand. */
export function PublishedRatesPage() {
  const intl = useIntl();
  const can = useCan();
  const { of } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<PublishedRate | 'new'>();
  const { data, error } = useQuery(PUBLISHED_RATES, { skip: !can('SEE_ANALYSES') });
  const indicators = useQuery(INDICATOR);
  const { remove } = usePublishedRateActions();
  const metrics = (indicators.data?.metrics ?? []).filter(
    ({ unit, dimensions }) => unit === 'RATE' && dimensions.length > 0,
  );
  const mayEdit = can('EDIT_COMPARISONS');
  const chosen = metrics.find(({ id }) => id === of);
  const all = data?.publishedRates ?? [];
  const rates = all
    .filter(({ metric }) => chosen === undefined || metric === chosen.id)
    .toSorted(
      (one, other) =>
        one.metric.localeCompare(other.metric) ||
        one.label.localeCompare(other.label) ||
        (one.country ?? '').localeCompare(other.country ?? '') ||
        (one.region ?? '').localeCompare(other.region ?? '') ||
        other.year - one.year,
    );
  const columns = usePublishedRateColumns({
    metrics,
    rates,
    onOpen: mayEdit ? setOpened : undefined,
    onRemove: mayEdit
      ? async (rate) => {
          const refused = await remove(rate);
          if (refused !== undefined) failedNotice(intl, refusalWords(intl, refused));
        }
      : undefined,
  });
  if (!can('SEE_ANALYSES')) return <NotFoundPage />;
  if (data === undefined || indicators.data === undefined)
    return <PageOnItsWay error={error ?? indicators.error} />;
  const words = (id: string) => intl.formatMessage({ id });
  const written = new Set(all.map(({ metric }) => metric));
  return (
    <ComparisonFrame
      title={words('published.title')}
      scope={words('published.scope')}
      actions={
        mayEdit && (
          <Button onClick={() => setOpened('new')}>
            <FormattedMessage id="published.add" />
          </Button>
        )
      }
    >
      <NativeSelect
        className={classes.filter ?? ''}
        label={words('field.metric')}
        value={chosen?.id ?? ''}
        data={[
          { value: '', label: words('published.all') },
          ...metrics
            .filter(({ id }) => written.has(id) || id === of)
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void navigate({ search: { of: value === '' ? undefined : value }, resetScroll: false });
        }}
      />
      {rates.length === 0 ? (
        <EmptyState title={words('published.none')}>
          {mayEdit ? words('published.noneYet') : undefined}
        </EmptyState>
      ) : (
        <FiledTable
          caption={words('published.title')}
          columns={columns}
          rows={rates}
          rowKey={({ id }) => id}
          fileName="published-rates"
        />
      )}
      <PublishedRateDrawer
        rate={opened}
        metrics={metrics}
        usual={chosen?.id}
        onClose={() => setOpened(undefined)}
      />
    </ComparisonFrame>
  );
}

import { NativeSelect } from '@mantine/core';
import { FIGURE_CHANGE_REASONS, FIGURE_CHANGES } from '@tandem/metrics/figure-change';
import { useIntl } from 'react-intl';
import type { FigureChange, FigureChangeReason } from '../../gql/graphql.ts';
import { useReasonWords, type PlacedBy, type Reasons } from './change-reason.ts';
import type { Metric } from './indicator.queries.ts';

interface Chosen {
  readonly change: FigureChange | undefined;
  readonly reason: FigureChangeReason | undefined;
}

interface Props {
  readonly metric: Metric;
  readonly placed: PlacedBy;
  readonly reasons: Reasons;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

/** Narrows the list to what records did and to what happened to them; a reason that none of them has leaves with it. */
export function ChangeFilters({ metric, placed, reasons, chosen, onChoose }: Props) {
  const intl = useIntl();
  const reasonWords = useReasonWords(placed);
  const words = (id: string) => intl.formatMessage({ id });
  const of = metric.records ?? 'DUOS';
  const { change, reason } = chosen;
  const changes = FIGURE_CHANGES.filter(
    (one) => one === change || reasons.some((found) => found.change === one),
  );
  const fits = (one: FigureChangeReason, did: FigureChange | undefined) =>
    reasons.some((found) => found.reason === one && (did === undefined || found.change === did));
  return (
    <>
      <NativeSelect
        aria-label={words('change.what')}
        value={change ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const next = FIGURE_CHANGES.find((one) => one === value);
          onChoose({ change: next, reason: reason !== undefined && fits(reason, next) ? reason : undefined });
        }}
        data={[
          { value: '', label: words('change.everyChange') },
          ...changes.map((value) => ({ value, label: words(`change.did.${value}.${of}`) })),
        ]}
      />
      <NativeSelect
        aria-label={words('change.why')}
        value={reason ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ change, reason: FIGURE_CHANGE_REASONS.find((one) => one === value) })
        }
        data={[
          { value: '', label: words('change.everyReason') },
          ...FIGURE_CHANGE_REASONS.filter((one) => one === reason || fits(one, change)).map((value) => ({
            value,
            label: reasonWords(value),
          })),
        ]}
      />
    </>
  );
}

import { SegmentedControl } from '@mantine/core';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { AllocatedGroup } from './allocation-columns.tsx';
import { DuoList } from './DuoList.tsx';
import { TraceList } from './TraceList.tsx';

interface Props {
  readonly group: AllocatedGroup;
  readonly period: { readonly from: string; readonly to: string };
}

const route = getRouteApi('/money');
const SIDES = ['lines', 'duos'] as const;

/** An allocated amount from both sides: the lines of the ledger that it comes from, and the duos that bear it. */
export function AllocatedAmount({ group, period }: Props) {
  const intl = useIntl();
  const can = useCan();
  const { year, month } = route.useSearch();
  const lookedAt = { year, month };
  const [side, setSide] = useState<(typeof SIDES)[number]>('lines');
  if (!can('MANAGE_MONEY')) return <TraceList group={group} period={period} lookedAt={lookedAt} />;
  return (
    <>
      <SegmentedControl
        aria-label={intl.formatMessage({ id: 'allocation.side' })}
        value={side}
        data={SIDES.map((value) => ({ value, label: intl.formatMessage({ id: `allocation.${value}` }) }))}
        onChange={(value) => setSide(SIDES.find((one) => one === value) ?? 'lines')}
      />
      {side === 'lines' ? (
        <TraceList group={group} period={period} lookedAt={lookedAt} />
      ) : (
        <DuoList group={group} period={period} />
      )}
    </>
  );
}

import { NativeSelect } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { HORIZONS } from './exit-search.ts';

const route = getRouteApi('/indicators/time-to-exit');

interface Props {
  /** Up to how many months the curves are asked for. */
  readonly months: number;
  /** Until which month anybody looked: no longer curve is drawn. */
  readonly lookedUntil: number;
}

/** How far the curves go; only what changes them is offered, and nothing where that is one choice. */
export function ExitHorizon({ months, lookedUntil }: Props) {
  const intl = useIntl();
  const navigate = route.useNavigate();
  const horizons = [...new Set([...HORIZONS, months])].toSorted((a, b) => a - b);
  const offered = horizons.filter((_, place) => (horizons[place - 1] ?? 0) < lookedUntil);
  if (offered.length < 2) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={intl.formatMessage({ id: 'exit.horizon' })}
      value={String(offered.includes(months) ? months : offered.at(-1))}
      data={offered.map((value) => ({
        value: String(value),
        label: intl.formatMessage({ id: 'exit.upTo' }, { months: value }),
      }))}
      onChange={(event) => {
        const { value } = event.currentTarget;
        void navigate({ search: (before) => ({ ...before, months: Number(value) }), resetScroll: false });
      }}
    />
  );
}

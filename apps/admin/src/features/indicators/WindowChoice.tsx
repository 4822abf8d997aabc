import { NativeSelect } from '@mantine/core';
import { useIntl } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import { useLookedUntil } from './use-looked-until.ts';

interface Props {
  /** What is asked, whose window is to be chosen. */
  readonly request: FigureRequest;
  readonly windows: readonly number[];
  readonly value: number;
  readonly onChange: (months: number) => void;
}

/** The months within which exits count; those to whose end hardly anybody was followed stand apart. */
export function WindowChoice({ request, windows, value, onChange }: Props) {
  const intl = useIntl();
  const offered = [...new Set([...windows, value])];
  const lookedUntil = useLookedUntil(request, Math.max(...offered));
  const isFollowed = (months: number) => lookedUntil === undefined || months <= (lookedUntil ?? 0);
  const choiceOf = (months: number) => ({
    value: String(months),
    label: intl.formatMessage({ id: 'unit.months' }, { months }),
  });
  const late = offered.filter((months) => !isFollowed(months));
  return (
    <NativeSelect
      label={intl.formatMessage({ id: 'indicators.window' })}
      value={String(value)}
      data={[
        ...offered.filter(isFollowed).map(choiceOf),
        ...(late.length === 0
          ? []
          : [{ group: intl.formatMessage({ id: 'indicators.window.late' }), items: late.map(choiceOf) }]),
      ]}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  );
}

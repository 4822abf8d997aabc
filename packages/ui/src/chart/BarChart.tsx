import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import type { Column } from '../table/column.ts';
import { ChartFrame } from './ChartFrame.tsx';
import classes from './Chart.module.css';
import type { Point } from './point.ts';

export interface Bar extends Point {
  /** Where the bar begins, if not at zero: a step of a waterfall. */
  readonly from?: number | undefined;
  readonly tone?: 'accent' | 'muted' | 'second' | undefined;
}

interface Props {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly bars: readonly Bar[];
  readonly unit: Unit;
  readonly groupHeader: string;
  readonly valueHeader: string;
  readonly fileName: string;
}

/** Horizontal bars from zero, each labelled directly, with its interval drawn. */
export function BarChart({ title, subtitle, bars, unit, groupHeader, valueHeader, fileName }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const end = unit === 'RATE' ? 1 : Math.max(0, ...bars.map(endOf));
  const columns: Column<Bar>[] = [
    { id: 'group', header: groupHeader, cell: ({ label }) => label, text: ({ label }) => label },
    {
      id: 'value',
      header: valueHeader,
      align: 'right',
      cell: ({ value, why }) => (value === undefined ? why : format.value(value, unit)),
      text: ({ value, why }) => value ?? why ?? null,
    },
    {
      id: 'lower',
      header: intl.formatMessage({ id: 'figure.lower' }),
      align: 'right',
      cell: ({ interval }) => (interval ? format.value(interval.lower, unit) : ''),
      text: ({ interval }) => interval?.lower ?? null,
    },
    {
      id: 'upper',
      header: intl.formatMessage({ id: 'figure.upper' }),
      align: 'right',
      cell: ({ interval }) => (interval ? format.value(interval.upper, unit) : ''),
      text: ({ interval }) => interval?.upper ?? null,
    },
    {
      id: 'note',
      header: intl.formatMessage({ id: 'chart.note' }),
      cell: ({ note }) => note ?? '',
      text: ({ note }) => note ?? null,
    },
  ];
  const used = columns.filter(
    ({ id }) =>
      id === 'group' || id === 'value' || bars.some((bar) => (id === 'note' ? bar.note : bar.interval)),
  );
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      columns={used}
      rows={bars}
      rowKey={({ key }) => key}
      fileName={fileName}
    >
      <ul className={classes.bars}>
        {bars.map((bar) => (
          <BarRow key={bar.key} bar={bar} unit={unit} end={end} />
        ))}
      </ul>
    </ChartFrame>
  );
}

function endOf({ value = 0, from = 0, interval }: Bar): number {
  return Math.max(from, from + value, interval?.upper ?? 0);
}

function BarRow({ bar, unit, end }: { readonly bar: Bar; readonly unit: Unit; readonly end: number }) {
  const format = useFormat();
  const { label, value, why, interval, note, from = 0, tone = 'accent' } = bar;
  const place = (at: number) => `${end === 0 ? 0 : (100 * at) / end}%`;
  return (
    <li>
      <span className={classes.barLabel}>{label}</span>
      {value === undefined ? (
        <span className={classes.why}>{why}</span>
      ) : (
        <>
          <span className={classes.track} aria-hidden="true">
            <span
              className={classes.bar}
              data-tone={tone}
              style={{ left: place(Math.min(from, from + value)), width: place(Math.abs(value)) }}
            />
            {interval && (
              <span
                className={classes.whisker}
                style={{ left: place(interval.lower), width: place(interval.upper - interval.lower) }}
              />
            )}
          </span>
          <span className={classes.barValue}>
            {format.value(value, unit)}
            {note !== undefined && <small>{note}</small>}
          </span>
        </>
      )}
    </li>
  );
}

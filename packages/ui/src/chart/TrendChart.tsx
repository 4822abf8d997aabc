import { AxisBottom } from '@visx/axis';
import { ParentSize } from '@visx/responsive';
import { scaleLinear, scalePoint } from '@visx/scale';
import { Area, LinePath } from '@visx/shape';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import type { Column } from '../table/column.ts';
import { ChartFrame } from './ChartFrame.tsx';
import classes from './Chart.module.css';
import type { Point } from './point.ts';

interface Props {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly points: readonly Point[];
  readonly unit: Unit;
  readonly periodHeader: string;
  readonly valueHeader: string;
  readonly fileName: string;
}

const HEIGHT = 240;
const MARGIN = { top: 20, right: 64, bottom: 28, left: 52 };

/** A figure by period as a line from zero, its interval as a band, its last value written at its end. */
export function TrendChart({ title, subtitle, points, unit, periodHeader, valueHeader, fileName }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const columns: Column<Point>[] = [
    { id: 'period', header: periodHeader, cell: ({ label }) => label, text: ({ label }) => label },
    {
      id: 'value',
      header: valueHeader,
      align: 'right',
      cell: ({ value }) => (value === undefined ? '–' : format.value(value, unit)),
      text: ({ value }) => value ?? null,
    },
    {
      id: 'interval',
      header: intl.formatMessage({ id: 'figure.interval' }),
      align: 'right',
      cell: ({ interval }) => (interval ? format.interval(interval.lower, interval.upper, unit) : ''),
      text: ({ interval }) => (interval ? format.interval(interval.lower, interval.upper, unit) : null),
    },
    {
      id: 'note',
      header: intl.formatMessage({ id: 'chart.note' }),
      align: 'right',
      cell: ({ note }) => note ?? '',
      text: ({ note }) => note ?? null,
    },
  ];
  const used = columns.filter(({ id }) => id !== 'interval' || points.some(({ interval }) => interval));
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      columns={used}
      rows={points}
      rowKey={({ key }) => key}
      fileName={fileName}
    >
      <div className={classes.plot}>
        <ParentSize debounceTime={50}>
          {({ width }) =>
            width > 0 ? <Plot width={width} points={points} unit={unit} label={title} /> : null
          }
        </ParentSize>
      </div>
    </ChartFrame>
  );
}

interface PlotProps {
  readonly width: number;
  readonly points: readonly Point[];
  readonly unit: Unit;
  readonly label: string;
}

function Plot({ width, points, unit, label }: PlotProps) {
  const format = useFormat();
  const x = scalePoint({ domain: points.map(({ key }) => key), range: [MARGIN.left, width - MARGIN.right] });
  const top =
    unit === 'RATE' ? 1 : Math.max(1, ...points.map(({ value = 0, interval }) => interval?.upper ?? value));
  const bottom = Math.min(0, ...points.map(({ value = 0, interval }) => interval?.lower ?? value));
  const y = scaleLinear({
    domain: [bottom, top],
    range: [HEIGHT - MARGIN.bottom, MARGIN.top],
    nice: unit !== 'RATE',
  });
  const at = (key: string) => x(key) ?? 0;
  const known = points.flatMap((point) =>
    point.value === undefined ? [] : [{ ...point, value: point.value }],
  );
  const last = known.at(-1);
  const every = Math.max(
    1,
    Math.ceil((points.length * 76) / Math.max(1, width - MARGIN.left - MARGIN.right)),
  );
  const shown = points.filter((_, index) => index % every === 0);
  const labels = new Map(points.map((point) => [point.key, point.label]));
  return (
    <svg width={width} height={HEIGHT} role="img" aria-label={label}>
      {y.ticks(4).map((tick) => (
        <g key={tick}>
          <line
            className={classes.grid}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className={classes.tick} x={MARGIN.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {unit === 'CENTS' ? format.money(tick, { compact: true }) : format.value(tick, unit)}
          </text>
        </g>
      ))}
      <Area
        data={points.filter(({ interval }) => interval)}
        x={({ key }) => at(key)}
        y0={({ interval }) => y(interval?.lower ?? 0)}
        y1={({ interval }) => y(interval?.upper ?? 0)}
        className={classes.band ?? ''}
      />
      <LinePath
        data={[...points]}
        defined={({ value }) => value !== undefined}
        x={({ key }) => at(key)}
        y={({ value }) => y(value ?? 0)}
        className={classes.line ?? ''}
      />
      {known.map(({ key, value }) => (
        <circle key={key} className={classes.dot} cx={at(key)} cy={y(value)} r={3}>
          <title>{`${labels.get(key)}: ${format.value(value, unit)}`}</title>
        </circle>
      ))}
      {last !== undefined && (
        <text className={classes.endLabel} x={at(last.key) + 10} y={y(last.value)} dy="0.32em">
          {unit === 'CENTS' ? format.money(last.value, { compact: true }) : format.value(last.value, unit)}
        </text>
      )}
      <AxisBottom
        top={HEIGHT - MARGIN.bottom}
        scale={x}
        tickValues={shown.map(({ key }) => key)}
        tickFormat={(key) => labels.get(key) ?? ''}
        hideAxisLine
        hideTicks
        tickLabelProps={{ className: classes.tick ?? '', textAnchor: 'middle', dy: '0.5em' }}
      />
    </svg>
  );
}

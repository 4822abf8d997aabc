import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import { textColumn, valueColumn } from './point-columns.ts';
import { placeRows, RowText } from './rows.tsx';
import { linear } from './scale.ts';
import type { Draw } from './surface.ts';

export interface Step {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** A total stands on zero; a change goes on from where the step before ended; beside is another amount to compare with. */
  readonly kind: 'total' | 'change' | 'beside';
  readonly note?: string | undefined;
}

interface Steps {
  readonly steps: readonly Step[];
  readonly unit: Unit;
}

interface Props extends ChartWords, Steps {
  readonly stepHeader: string;
  readonly valueHeader: string;
}

/** How one amount becomes another, step by step. */
export function WaterfallChart({ steps, unit, stepHeader, valueHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const noted = steps.some(({ note }) => note !== undefined);
  return (
    <ChartFrame
      words={words}
      draw={drawWaterfall({ steps, unit })}
      columns={[
        textColumn<Step>('label', stepHeader, ({ label }) => label),
        valueColumn<Step>('value', valueHeader, unit, format, ({ value }) => value),
        ...(noted
          ? [textColumn<Step>('note', intl.formatMessage({ id: 'chart.note' }), ({ note }) => note)]
          : []),
      ]}
      rows={steps}
      rowKey={({ key }) => key}
    />
  );
}

const THICK = 18;

interface Placed {
  readonly from: number;
  readonly to: number;
}

/** Where each step begins and ends. */
function run(steps: readonly Step[]): readonly Placed[] {
  let at = 0;
  return steps.map(({ kind, value }) => {
    if (kind === 'beside') return { from: 0, to: value };
    const from = kind === 'total' ? 0 : at;
    at = from + value;
    return { from, to: at };
  });
}

/** The drawing of a WaterfallChart. */
export function drawWaterfall({ steps, unit }: Steps): Draw {
  return (surface) => {
    const { paint, format } = surface;
    const placed = run(steps);
    const rows = placeRows(
      surface,
      steps.map((step, index) => ({
        ...step,
        value: format.value(step.value, unit),
        kind: step.kind,
        ...(placed[index] ?? { from: 0, to: 0 }),
      })),
    );
    const ends = placed.flatMap(({ from, to }) => [from, to]);
    const x = linear([Math.min(0, ...ends), Math.max(1, ...ends)], [rows.left, rows.right], unit);
    return {
      height: rows.height,
      body: (
        <>
          <line x1={x(0)} x2={x(0)} y1={0} y2={rows.height} stroke={paint.line} />
          {rows.places.map((place, index) => {
            const { row, middle } = place;
            const next = rows.places[index + 1];
            return (
              <g key={row.key}>
                {next?.row.kind === 'change' && (
                  <line
                    x1={x(row.to)}
                    x2={x(row.to)}
                    y1={middle + THICK / 2}
                    y2={next.middle - THICK / 2}
                    stroke={paint.line}
                    strokeDasharray="2 2"
                  />
                )}
                <Mark label={[format.named(row.label, row.value), row.note].filter(Boolean).join(', ')}>
                  <RowText surface={surface} place={place} rows={rows} />
                  <rect
                    x={Math.min(x(row.from), x(row.to))}
                    y={middle - THICK / 2}
                    width={Math.max(1, Math.abs(x(row.to) - x(row.from)))}
                    height={THICK}
                    rx={1.5}
                    fill={row.kind === 'change' ? paint.muted : paint.series[row.kind === 'total' ? 0 : 1]}
                  />
                </Mark>
              </g>
            );
          })}
        </>
      ),
    };
  };
}

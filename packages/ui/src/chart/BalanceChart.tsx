import { useIntl } from 'react-intl';
import { useFormat, type Format } from '../i18n/format.ts';
import type { Column } from '../table/column.ts';
import { AXIS_HEIGHT, ValuesBelow } from './axis.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import { textColumn, valueColumn } from './point-columns.ts';
import { placeRows, RowText } from './rows.tsx';
import { linear } from './scale.ts';
import type { Draw } from './surface.ts';
import { linesOf, TICK, widthOf, Words } from './text.tsx';

/** How alike two groups are in one value, in standard deviations; null where nobody differs from anybody. */
export interface Balanced {
  readonly key: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  /** Shares of 0 to 1 on both sides, before and after. */
  readonly own: number;
  readonly other: number;
  readonly weightedOwn: number;
  readonly weightedOther: number;
}

interface Balances {
  readonly rows: readonly Balanced[];
  /** Up to which difference, either way, groups count as alike. */
  readonly limit: number;
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

interface Props extends ChartWords, Balances {
  readonly groupHeader: string;
  readonly ownHeader: string;
  readonly otherHeader: string;
  readonly weightedOwnHeader: string;
  readonly weightedOtherHeader: string;
}

/** Differences between two groups before and after weighting, around a band in which they count as alike. */
export function BalanceChart({ rows, limit, beforeLabel, afterLabel, ...props }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { groupHeader, ownHeader, otherHeader, weightedOwnHeader, weightedOtherHeader, ...words } = props;
  const share = (id: string, header: string, value: (row: Balanced) => number) =>
    valueColumn<Balanced>(id, header, 'RATE', format, value);
  const difference = (
    id: string,
    header: string,
    value: (row: Balanced) => number | null,
  ): Column<Balanced> => ({
    id,
    header,
    align: 'right',
    cell: (row) => signed(value(row), format),
    text: value,
  });
  return (
    <ChartFrame
      words={words}
      draw={drawBalance({ rows, limit, beforeLabel, afterLabel })}
      columns={[
        textColumn<Balanced>('label', groupHeader, ({ label }) => label),
        share('own', ownHeader, ({ own }) => own),
        share('other', otherHeader, ({ other }) => other),
        difference(
          'before',
          intl.formatMessage({ id: 'chart.balance' }, { when: beforeLabel }),
          ({ before }) => before,
        ),
        share('weightedOwn', weightedOwnHeader, ({ weightedOwn }) => weightedOwn),
        share('weightedOther', weightedOtherHeader, ({ weightedOther }) => weightedOther),
        difference(
          'after',
          intl.formatMessage({ id: 'chart.balance' }, { when: afterLabel }),
          ({ after }) => after,
        ),
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

const HEAD = 26;
const DOT = 5;

/** The drawing of a BalanceChart. */
export function drawBalance({ rows, limit, beforeLabel, afterLabel }: Balances): Draw {
  return (surface) => {
    const { paint, format } = surface;
    const colour = paint.series[0] ?? paint.ink;
    const placed = placeRows(
      surface,
      rows.map((row) => ({
        ...row,
        value: signed(row.after, format),
        row,
      })),
    );
    const reach = Math.max(
      2 * limit,
      ...rows.flatMap(({ before, after }) => [Math.abs(before ?? 0), Math.abs(after ?? 0)]),
    );
    const x = linear([-reach, reach], [placed.left + DOT + 1, placed.right - DOT - 1], 'SCORE');
    const bottom = HEAD + placed.height;
    const room = (placed.width - 20) / 2 - DOT * 2 - 8;
    const [before = ''] = linesOf(beforeLabel, room, TICK, 1);
    const [after = ''] = linesOf(afterLabel, room, TICK, 1);
    const second = DOT * 2 + 8 + widthOf(before, TICK) + 20;
    return {
      height: bottom + AXIS_HEIGHT,
      body: (
        <>
          <g aria-hidden="true">
            <circle cx={DOT + 1} cy={8} r={DOT} fill={paint.paper} stroke={colour} strokeWidth={2} />
            <Words lines={[before]} x={DOT * 2 + 8} y={8} size={TICK} fill={paint.ink2} />
            <circle cx={second + DOT} cy={8} r={DOT} fill={colour} stroke={colour} strokeWidth={2} />
            <Words lines={[after]} x={second + DOT * 2 + 7} y={8} size={TICK} fill={paint.ink2} />
          </g>
          <rect
            x={x(-limit)}
            y={HEAD}
            width={x(limit) - x(-limit)}
            height={placed.height}
            fill={colour}
            fillOpacity={0.1}
          />
          <ValuesBelow
            surface={surface}
            scale={x}
            unit="SCORE"
            from={HEAD}
            to={bottom}
            text={(value) => signed(value, format)}
          />
          {[-limit, limit].map((at) => (
            <line
              key={at}
              x1={x(at)}
              x2={x(at)}
              y1={HEAD}
              y2={bottom}
              stroke={paint.ink2}
              strokeDasharray="4 3"
            />
          ))}
          <g transform={`translate(0 ${HEAD})`}>
            {placed.places.map((place) => {
              const { row } = place.row;
              return (
                <Mark key={row.key} label={wordsOf(row, beforeLabel, afterLabel, format)}>
                  <RowText surface={surface} place={place} rows={placed} />
                  {row.before !== null && row.after !== null && (
                    <line
                      x1={x(row.before)}
                      x2={x(row.after)}
                      y1={place.middle}
                      y2={place.middle}
                      stroke={paint.line}
                    />
                  )}
                  {row.before !== null && (
                    <circle
                      cx={x(row.before)}
                      cy={place.middle}
                      r={DOT}
                      fill={paint.paper}
                      stroke={colour}
                      strokeWidth={2}
                    />
                  )}
                  {row.after !== null && (
                    <circle
                      cx={x(row.after)}
                      cy={place.middle}
                      r={DOT}
                      fill={colour}
                      stroke={colour}
                      strokeWidth={2}
                    />
                  )}
                </Mark>
              );
            })}
          </g>
        </>
      ),
    };
  };
}

function signed(deviations: number | null, format: Format): string {
  if (deviations === null) return '–';
  const rounded = Math.round(deviations * 100) / 100;
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${format.number(Math.abs(rounded), 2)}`;
}

function wordsOf(row: Balanced, beforeLabel: string, afterLabel: string, format: Format): string {
  return format.named(
    row.label,
    `${beforeLabel} ${signed(row.before, format)}, ${afterLabel} ${signed(row.after, format)}`,
  );
}

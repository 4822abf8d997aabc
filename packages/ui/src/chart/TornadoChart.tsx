import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { ValuesBelow, AXIS_HEIGHT } from './axis.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import { textColumn, valueColumn } from './point-columns.ts';
import { placeRows, RowText } from './rows.tsx';
import { linear } from './scale.ts';
import type { Draw } from './surface.ts';
import { TICK, widthOf, Words } from './text.tsx';

export interface Swing {
  readonly key: string;
  readonly label: string;
  /** What the result is with the assumption at its low and its high end. */
  readonly low: number;
  readonly high: number;
  /** The ends themselves, as they are written: "25 %". */
  readonly lowLabel: string;
  readonly highLabel: string;
  /** The same for files, with what they are in. */
  readonly lowEnd: number;
  readonly highEnd: number;
  readonly endUnit: string;
}

interface Tornado {
  /** The result as it stands. */
  readonly centre: number;
  readonly centreLabel: string;
  /** Drawn in this order: usually the widest first. */
  readonly swings: readonly Swing[];
  readonly unit: Unit;
  /** Called with a swing's key when its bar is chosen, by pointer or by Enter. */
  readonly onSelect?: ((key: string) => void) | undefined;
}

interface Props extends ChartWords, Tornado {
  /** So many of them are drawn; the table and the files have all. */
  readonly most: number;
  readonly labelHeader: string;
  readonly unitHeader: string;
  readonly lowHeader: string;
  readonly highHeader: string;
  /** What the ends come to. */
  readonly resultHeader: string;
}

/** How far the result moves with each assumption alone. */
export function TornadoChart({
  centre,
  centreLabel,
  swings,
  unit,
  onSelect,
  most,
  labelHeader,
  unitHeader,
  lowHeader,
  highHeader,
  resultHeader,
  ...words
}: Props) {
  const intl = useIntl();
  const format = useFormat();
  const at = (header: string) =>
    intl.formatMessage({ id: 'chart.resultAt' }, { result: resultHeader, assumption: header });
  return (
    <ChartFrame
      words={words}
      draw={drawTornado({ centre, centreLabel, swings: swings.slice(0, most), unit, onSelect })}
      columns={[
        textColumn<Swing>('label', labelHeader, ({ label }) => label),
        { ...textColumn<Swing>('unit', unitHeader, ({ endUnit }) => endUnit), only: 'file' },
        { ...textColumn<Swing>('low', lowHeader, ({ lowLabel }) => lowLabel), text: ({ lowEnd }) => lowEnd },
        valueColumn<Swing>('at-low', at(lowHeader), unit, format, ({ low }) => low),
        {
          ...textColumn<Swing>('high', highHeader, ({ highLabel }) => highLabel),
          text: ({ highEnd }) => highEnd,
        },
        valueColumn<Swing>('at-high', at(highHeader), unit, format, ({ high }) => high),
      ]}
      rows={swings}
      rowKey={({ key }) => key}
    />
  );
}

const THICK = 18;
const HEAD = 22;

/** The drawing of a TornadoChart: the two ends differ in tone and by what is written at them. */
export function drawTornado({ centre, centreLabel, swings, unit, onSelect }: Tornado): Draw {
  return (surface) => {
    const { paint, format, width } = surface;
    const rows = placeRows(
      surface,
      swings.map((swing) => ({ key: swing.key, label: swing.label, swing })),
    );
    const ends = [centre, ...swings.flatMap(({ low, high }) => [low, high])];
    const room =
      6 +
      Math.max(
        0,
        ...swings.flatMap((swing) => [swing.lowLabel, swing.highLabel].map((text) => widthOf(text, TICK))),
      );
    const x = linear(
      [Math.min(...ends), Math.max(...ends) === Math.min(...ends) ? centre + 1 : Math.max(...ends)],
      [rows.left + room, rows.right - room],
      unit,
    );
    const bottom = HEAD + rows.height;
    const head = `${centreLabel} ${format.value(centre, unit)}`;
    const half = widthOf(head, TICK) / 2;
    const centreLine = {
      x1: x(centre),
      x2: x(centre),
      stroke: paint.ink,
      strokeWidth: 1.5,
      pointerEvents: 'none',
    } as const;
    return {
      height: bottom + AXIS_HEIGHT,
      body: (
        <>
          <ValuesBelow surface={surface} scale={x} unit={unit} from={HEAD} to={bottom} />
          {/* Under the words, and once more over each pair of bars. */}
          <line {...centreLine} y1={HEAD - 4} y2={bottom} />
          {rows.places.map((place) => {
            const { swing } = place.row;
            const middle = HEAD + place.middle;
            const bars = (['low', 'high'] as const).map((end) => {
              const to = x(swing[end]);
              return { end, to, leftwards: to < x(centre) || (to === x(centre) && end === 'low') };
            });
            return (
              <g key={swing.key}>
                {/* Words lie under the mark, not in it: as a button it is named by its label alone. */}
                <g transform={`translate(0 ${HEAD})`}>
                  <RowText surface={surface} place={place} rows={rows} />
                </g>
                {bars.map(({ end, to, leftwards }) => (
                  <Words
                    key={end}
                    lines={[end === 'low' ? swing.lowLabel : swing.highLabel]}
                    x={leftwards ? to - 5 : to + 5}
                    y={middle}
                    size={TICK}
                    anchor={leftwards ? 'end' : 'start'}
                    fill={paint.ink2}
                  />
                ))}
                <Mark
                  label={format.named(
                    swing.label,
                    `${swing.lowLabel} → ${format.value(swing.low, unit)}, ${swing.highLabel} → ${format.value(swing.high, unit)}`,
                  )}
                  onSelect={onSelect && (() => onSelect(swing.key))}
                >
                  <rect x={0} y={HEAD + place.top} width={width} height={place.height} fill="transparent" />
                  {bars.map(({ end, to }) => (
                    <rect
                      key={end}
                      x={Math.min(x(centre), to)}
                      y={middle - THICK / 2}
                      width={Math.max(1, Math.abs(to - x(centre)))}
                      height={THICK}
                      fill={paint.series[end === 'low' ? 1 : 0]}
                    />
                  ))}
                </Mark>
                <line {...centreLine} y1={middle - THICK / 2 - 2} y2={middle + THICK / 2 + 2} />
              </g>
            );
          })}
          <Words
            lines={[head]}
            x={Math.min(Math.max(x(centre), half), width - half)}
            y={8}
            size={TICK}
            weight={600}
            anchor="middle"
            fill={paint.ink}
          />
        </>
      ),
    };
  };
}

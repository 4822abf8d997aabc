import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { AXIS_HEIGHT, ValuesBelow } from './axis.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { FEW_DASHES, fewLegend } from './few.ts';
import { Mark } from './Mark.tsx';
import { isOfFew, wordsOf, type Point, type Reference } from './point.ts';
import { pointColumns } from './point-columns.ts';
import { referenceColumns, referenceHeight, ReferenceLines } from './reference.tsx';
import { placeRows, RowAbsent, RowText } from './rows.tsx';
import { linear } from './scale.ts';
import type { Draw } from './surface.ts';
import { Whisker } from './whisker.tsx';

const NONE: readonly Reference[] = [];

interface Dots {
  readonly dots: readonly Point[];
  readonly unit: Unit;
  /** Published values, drawn across all groups. */
  readonly references?: readonly Reference[] | undefined;
}

interface Props extends ChartWords, Dots {
  readonly groupHeader: string;
  readonly valueHeader: string;
}

/** Groups beside each other, each a dot with its interval, hollow and dashed where it is out of few; the axis shows where they lie, not from zero. */
export function DotChart({ dots, unit, references = NONE, groupHeader, valueHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  return (
    <ChartFrame
      words={words}
      legend={fewLegend(dots, intl)}
      draw={drawDots({ dots, unit, references })}
      columns={[
        ...pointColumns({ points: dots, unit, labelHeader: groupHeader, valueHeader, intl, format }),
        ...referenceColumns<Point>(references, unit, format, intl.formatMessage({ id: 'about.source' })),
      ]}
      rows={dots}
      rowKey={({ key }) => key}
    />
  );
}

/** The drawing of a DotChart. */
export function drawDots({ dots, unit, references = NONE }: Dots): Draw {
  return (surface) => {
    const { format, paint, intl } = surface;
    const rows = placeRows(
      surface,
      dots.map((dot) => ({
        ...dot,
        value: dot.value === undefined ? undefined : format.value(dot.value, unit),
        dot,
      })),
    );
    const values = [
      ...dots.flatMap(({ value, interval }) =>
        value === undefined ? [] : [value, interval?.lower ?? value, interval?.upper ?? value],
      ),
      ...references.map(({ value }) => value),
    ];
    const least = Math.min(...values);
    const most = Math.max(...values);
    const domain =
      values.length === 0
        ? ([0, 1] as const)
        : most > least
          ? ([least, most] as const)
          : ([least - 0.1, most + 0.1] as const);
    const x = linear(domain, [rows.left + 6, rows.right - 6], unit);
    const top = referenceHeight(references);
    const bottom = top + rows.height;
    return {
      height: bottom + AXIS_HEIGHT,
      body: (
        <>
          <ValuesBelow surface={surface} scale={x} unit={unit} from={top} to={bottom} />
          <ReferenceLines surface={surface} references={references} unit={unit} x={x} to={bottom} />
          <g transform={`translate(0 ${top})`}>
            {rows.places.map((place) => {
              const { dot } = place.row;
              return (
                <Mark key={dot.key} label={wordsOf(dot, unit, format, intl)}>
                  <RowText surface={surface} place={place} rows={rows} />
                  {dot.value === undefined ? (
                    <RowAbsent surface={surface} place={place} rows={rows} />
                  ) : (
                    <>
                      {dot.interval && (
                        <Whisker
                          from={x(dot.interval.lower)}
                          to={x(dot.interval.upper)}
                          at={place.middle}
                          stroke={paint.series[0] ?? paint.ink}
                          halo={paint.paper}
                        />
                      )}
                      <circle
                        cx={x(dot.value)}
                        cy={place.middle}
                        r={5}
                        {...(isOfFew(dot)
                          ? { fill: paint.paper, stroke: paint.series[0], strokeDasharray: FEW_DASHES }
                          : { fill: paint.series[0], stroke: paint.paper })}
                        strokeWidth={1.5}
                      />
                    </>
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

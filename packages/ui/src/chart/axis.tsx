import type { Unit } from '../i18n/format.ts';
import type { linear } from './scale.ts';
import { shortValue } from './scale.ts';
import type { Surface } from './surface.ts';
import { linesOf, TICK, widthOf, Words } from './text.tsx';

type Scale = ReturnType<typeof linear>;

interface Props {
  readonly surface: Surface;
  readonly scale: Scale;
  readonly unit: Unit;
  /** Where the drawing begins and ends, across the axis. */
  readonly from: number;
  readonly to: number;
  readonly text?: (value: number) => string;
}

/** Room below a drawing for the ticks of an axis. */
export const AXIS_HEIGHT = 26;

function ticksOf(
  { scale, unit, surface, text }: Pick<Props, 'scale' | 'unit' | 'surface' | 'text'>,
  count: number,
) {
  const values = scale.ticks(count).filter((value) => unit !== 'COUNT' || Number.isInteger(value));
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0));
  return values.map((value) => ({
    value,
    label: text === undefined ? shortValue(value, unit, surface.format, step) : text(value),
  }));
}

/** Lines across and values on the left. */
export function ValuesOnLeft({ from, to, ...rest }: Props) {
  const { paint } = rest.surface;
  return (
    <g aria-hidden="true">
      {ticksOf(rest, 4).map(({ value, label }) => (
        <g key={value}>
          <line
            x1={from}
            x2={to}
            y1={rest.scale(value)}
            y2={rest.scale(value)}
            stroke={value === 0 ? paint.line : paint.grid}
          />
          <Words
            lines={[label]}
            x={from - 8}
            y={rest.scale(value)}
            size={TICK}
            anchor="end"
            fill={paint.ink3}
          />
        </g>
      ))}
    </g>
  );
}

/** The width that the values on the left need. */
export function widthOfValues(props: Pick<Props, 'scale' | 'unit' | 'surface' | 'text'>): number {
  return 10 + Math.max(0, ...ticksOf(props, 4).map(({ label }) => widthOf(label, TICK)));
}

/** Between two labels of an axis. */
const APART = 10;

/**
 * As many values as stand apart from each other within the surface. How many there are is asked of the scale, which rounds and may give
 * more: what it gives is placed and looked at. Where not even few have room, the two ends say how far it goes.
 */
function ticksBelow(props: Pick<Props, 'scale' | 'unit' | 'surface' | 'text'>) {
  const placed = (count: number) =>
    ticksOf(props, count).map(({ value, label }) => {
      const half = widthOf(label, TICK) / 2;
      const x = Math.max(half, Math.min(props.scale(value), props.surface.width - half));
      return { value, label, x, from: x - half, to: x + half };
    });
  const few = placed(2);
  const candidates = [
    placed(5),
    placed(4),
    placed(3),
    few,
    few.filter((_, at) => at % (few.length - 1) === 0),
  ];
  const apart = candidates.find((ticks) =>
    ticks.every(({ from }, at) => at === 0 || from >= (ticks[at - 1]?.to ?? from) + APART),
  );
  return apart ?? few.slice(0, 1);
}

/** Lines up and values below; as many as the width has room for. */
export function ValuesBelow({ from, to, ...rest }: Props) {
  const { paint } = rest.surface;
  return (
    <g aria-hidden="true">
      {ticksBelow(rest).map(({ value, label, x }) => (
        <g key={value}>
          <line
            x1={rest.scale(value)}
            x2={rest.scale(value)}
            y1={from}
            y2={to}
            stroke={value === 0 ? paint.line : paint.grid}
          />
          <Words lines={[label]} x={x} y={to + 14} size={TICK} anchor="middle" fill={paint.ink3} />
        </g>
      ))}
    </g>
  );
}

interface LabelsProps {
  readonly surface: Surface;
  readonly places: readonly {
    readonly key: string;
    readonly label: string;
    readonly x: number;
    /** In a line of its own, below the axis. */
    readonly below?: string;
  }[];
  readonly y: number;
}

/** Labels below places along a line, horizontal; every second, third… where they would touch, the last one always. */
export function LabelsBelow({ surface, places, y }: LabelsProps) {
  const step = Math.abs((places[1]?.x ?? 0) - (places[0]?.x ?? 0));
  const widest =
    Math.max(0, ...places.flatMap(({ label, below = '' }) => [widthOf(label, TICK), widthOf(below, TICK)])) +
    6;
  const every = step === 0 ? 1 : Math.max(1, Math.ceil(widest / step));
  const last = places.length - 1;
  return (
    <g aria-hidden="true">
      {places
        .filter((_, index) => (last - index) % every === 0)
        .map(({ key, label, x, below }) => (
          <g key={key}>
            <Words
              lines={linesOf(label, Math.max(widest, step), TICK, 2)}
              x={x}
              y={y + 14}
              size={TICK}
              anchor="middle"
              fill={surface.paint.ink3}
            />
            {below !== undefined && (
              <Words
                lines={[below]}
                x={x}
                y={y + AXIS_HEIGHT + 5}
                size={TICK}
                anchor="middle"
                fill={surface.paint.ink2}
              />
            )}
          </g>
        ))}
    </g>
  );
}

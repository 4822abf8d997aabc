import type { Absence } from './point.ts';
import type { Paint } from './paint.ts';

interface BoxProps {
  readonly absent: Absence | undefined;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly paint: Paint;
}

const STEP = 6;

/**
 * The place of a value that is not there: hatched where it is withheld, an empty dashed outline where there is none, a clock
 * where it is too early for one.
 * The hatching is drawn line by line, since a pattern is found by an id and a page has many drawings.
 */
export function AbsentBox({ absent = 'noData', x, y, width, height, paint }: BoxProps) {
  if (absent === 'tooEarly')
    return (
      <Clock
        x={x + Math.min(width, height) / 2}
        y={y + height / 2}
        radius={Math.min(width, height) / 2 - 1}
        paint={paint}
      />
    );
  if (absent === 'noData')
    return (
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={Math.max(0, width - 1)}
        height={Math.max(0, height - 1)}
        fill="none"
        stroke={paint.line}
        strokeDasharray="2 3"
      />
    );
  const lines: string[] = [];
  for (let at = STEP; at < width + height; at += STEP) {
    const [x1, y1] = at < height ? [0, at] : [at - height, height];
    const [x2, y2] = at < width ? [at, 0] : [width, at - width];
    lines.push(`M${x + x1},${y + y1}L${x + x2},${y + y2}`);
  }
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} fill={paint.grid} />
      <path d={lines.join('')} stroke={paint.line} strokeWidth={1} fill="none" />
    </g>
  );
}

interface ClockProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly paint: Paint;
}

function Clock({ x, y, radius, paint }: ClockProps) {
  const hand = radius * 0.6;
  return (
    <g fill="none" stroke={paint.ink3} strokeWidth={1.25}>
      <circle cx={x} cy={y} r={radius} />
      <path d={`M${x},${y - hand}V${y}H${x + hand * 0.8}`} />
    </g>
  );
}

import { Area, LinePath } from '@visx/shape';
import type { Unit } from '../i18n/format.ts';
import { AbsentBox } from './absent.tsx';
import { FEW_DASHES } from './few.ts';
import { Mark } from './Mark.tsx';
import { isOfFew, wordsOf, type Point } from './point.ts';
import type { Surface } from './surface.ts';
import { isUnfinished } from './too-early.ts';

interface Props {
  readonly surface: Surface;
  readonly points: readonly Point[];
  readonly unit: Unit;
  readonly x: (key: string) => number;
  readonly y: (value: number) => number;
  readonly bottom: number;
}

const ABSENT = 14;

/**
 * A line with its interval as a band, broken where there is no value; what is absent stands on the axis, and a value that may
 * still change is an open circle, one out of few a dashed one.
 */
export function TrendLine({ surface, points, unit, x, y, bottom }: Props) {
  const { paint, format, intl } = surface;
  const colour = paint.series[0] ?? paint.ink;
  return (
    <>
      <Area
        data={[...points]}
        defined={({ interval }) => interval != null}
        x={({ key }) => x(key)}
        y0={({ interval }) => y(interval?.lower ?? 0)}
        y1={({ interval }) => y(interval?.upper ?? 0)}
        fill={colour}
        fillOpacity={0.16}
      />
      <LinePath
        data={[...points]}
        defined={({ value }) => value !== undefined}
        x={({ key }) => x(key)}
        y={({ value }) => y(value ?? 0)}
        fill="none"
        stroke={colour}
        strokeWidth={2}
      />
      {points.map((point) => (
        <Mark key={point.key} label={wordsOf(point, unit, format, intl)}>
          {point.value === undefined ? (
            <AbsentBox
              absent={point.absent}
              x={x(point.key) - ABSENT / 2}
              y={bottom - ABSENT}
              width={ABSENT}
              height={ABSENT}
              paint={paint}
            />
          ) : (
            <>
              {/* Wider than it looks, for those who point at it. */}
              <circle cx={x(point.key)} cy={y(point.value)} r={12} fill="transparent" />
              {point.interval && (
                <line
                  x1={x(point.key)}
                  x2={x(point.key)}
                  y1={y(point.interval.lower)}
                  y2={y(point.interval.upper)}
                  stroke={colour}
                  strokeOpacity={0.45}
                />
              )}
              {isUnfinished(point) || isOfFew(point) ? (
                <circle
                  cx={x(point.key)}
                  cy={y(point.value)}
                  r={4}
                  fill={paint.paper}
                  stroke={colour}
                  strokeWidth={2}
                  strokeDasharray={isOfFew(point) ? FEW_DASHES : undefined}
                />
              ) : (
                <circle cx={x(point.key)} cy={y(point.value)} r={3.5} fill={colour} />
              )}
            </>
          )}
        </Mark>
      ))}
    </>
  );
}

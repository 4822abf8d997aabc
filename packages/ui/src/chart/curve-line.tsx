import type { Counted } from '../figure/counted.ts';

export interface CurveStep {
  /** Since the beginning, in the unit of the axis (months). */
  readonly at: number;
  /** Share of 0 to 1 from here on. */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** How many could still meet it before this time, and how many of them met it at it. */
  readonly atRisk: number;
  readonly events: number;
  /** How many met something else first at this time, and how many were observed no longer than until it. */
  readonly competing: number;
  readonly censored: number;
  /** Of how many it is not known, for how many it is too early, and within what the share so lies. */
  readonly counted: Counted;
}

export interface Curve {
  readonly key: string;
  readonly label: string;
  /** In order of time. The curve begins at zero. */
  readonly steps: readonly CurveStep[];
  /** Instead of the curve, where it may not be shown or there is none. */
  readonly why?: string | undefined;
}

/** Until when somebody was observed: beyond it a curve says nothing. */
function endOf({ steps }: Curve, end: number): number {
  return Math.min(end, steps.at(-1)?.at ?? 0);
}

/** What holds at a time. */
export function stepAt(curve: Curve, time: number, end: number): CurveStep | undefined {
  return time > endOf(curve, end) ? undefined : curve.steps.findLast(({ at }) => at <= time);
}

/** Where every curve begins. */
const BEGINNING: Drawn = { at: 0, value: 0, lower: 0, upper: 0 };
type Drawn = Pick<CurveStep, 'at' | 'value' | 'lower' | 'upper'>;

interface Props {
  readonly curve: Curve;
  readonly colour: string;
  readonly dash: string | undefined;
  readonly at: (time: number) => number;
  readonly y: (value: number) => number;
  readonly end: number;
}

/** A curve as steps, with its band; it ends where nobody is observed any more. */
export function CurveLine({ curve, colour, dash, at, y, end }: Props) {
  const steps = [BEGINNING, ...curve.steps.filter((step) => step.at <= end)];
  const until = at(endOf(curve, end));
  return (
    <g aria-hidden="true">
      <path
        d={`${stairs(steps, ({ upper }) => upper, at, y)}H${until}${backStairs(steps, at, y)}Z`}
        fill={colour}
        fillOpacity={0.13}
      />
      <path
        d={`${stairs(steps, ({ value }) => value, at, y)}H${until}`}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={dash}
      />
    </g>
  );
}

/** Up each step where it happens, level until the next. */
function stairs(
  steps: readonly Drawn[],
  value: (step: Drawn) => number,
  at: (time: number) => number,
  y: (value: number) => number,
): string {
  return steps
    .map(
      (step, index) => `${index === 0 ? 'M' : 'H'}${at(step.at)}${index === 0 ? ',' : 'V'}${y(value(step))}`,
    )
    .join('');
}

/** The lower edge of the band, from its end back to its beginning. */
function backStairs(
  steps: readonly Drawn[],
  at: (time: number) => number,
  y: (value: number) => number,
): string {
  return steps
    .toReversed()
    .map(({ at: time, lower }) => `V${y(lower)}H${at(time)}`)
    .join('');
}

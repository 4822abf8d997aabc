import { LabelsBelow, ValuesOnLeft, widthOfValues } from './axis.tsx';
import { EndLabels, SWATCH } from './end-labels.tsx';
import { Mark } from './Mark.tsx';
import { seriesPaint } from './paint.ts';
import { fromZero, linear } from './scale.ts';
import { CurveLine, stepAt, type Curve } from './curve-line.tsx';
import { NARROW, type Draw } from './surface.ts';
import { LABEL, linesOf, TICK, widthOf, Words } from './text.tsx';

const HEIGHT = 280;
const TOP = 14;
const RISK_ROW = 18;
/** What a number below the beginning takes to its left, and the space before it. */
const NUMBER = 24;
/** Of a name that stands above its numbers. */
const NAME_ROW = 16;
/** So that curves are told apart without their colours. */
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 4'];

interface Curves {
  readonly curves: readonly Curve[];
  readonly end: number;
  readonly timeHeader: string;
}

/** The drawing of a StepChart. */
export function drawCurves({ curves, end, timeHeader }: Curves): Draw {
  return (surface) => {
    const { width, paint, format, intl } = surface;
    const y = linear(
      fromZero(
        curves.flatMap(({ steps }) => steps.map(({ upper }) => upper)),
        'RATE',
      ),
      [HEIGHT, TOP],
      'RATE',
    );
    const risk = intl.formatMessage({ id: 'chart.atRisk' });
    const several = curves.length > 1;
    const nameWidth = several
      ? Math.max(...curves.map(({ label }) => widthOf(label, TICK))) + SWATCH + NUMBER
      : 0;
    // On a narrow surface names stand above their numbers, and the drawing has the room.
    const above = width < NARROW;
    const values = widthOfValues({ scale: y, unit: 'RATE', surface });
    const left = above ? values : Math.max(values, Math.min(170, nameWidth));
    const texts = curves.map(({ label, steps, why }) => {
      const last = steps.at(-1);
      const value = last === undefined ? (why ?? '') : format.value(last.value, 'RATE');
      return several ? `${value} ${label}` : value;
    });
    const widest = Math.min(
      width < NARROW ? width * 0.26 : 180,
      Math.max(40, ...texts.map((text) => widthOf(text, LABEL) + SWATCH + 12)),
    );
    const right = width - widest;
    const at = (time: number) => left + ((right - left) * time) / end;
    const ticks = ticksOf(end, (right - left) / 44);
    const axis = HEIGHT + 24;
    const table = axis + 22;
    const named = above && several;
    const row = RISK_ROW + (named ? NAME_ROW : 0);
    const counts = named ? 9 + NAME_ROW : 9;
    const height = table + 20 + curves.length * row;
    return {
      height,
      body: (
        <>
          <ValuesOnLeft surface={surface} scale={y} unit="RATE" from={left} to={right} />
          {curves.map((curve, index) => (
            <CurveLine
              key={curve.key}
              curve={curve}
              colour={seriesPaint(paint, index)}
              dash={DASHES[index]}
              at={at}
              y={y}
              end={end}
            />
          ))}
          {curves.flatMap((curve) =>
            ticks.slice(1).map((time) => {
              const step = stepAt(curve, time, end);
              return step === undefined ? null : (
                <Mark
                  key={`${curve.key} ${time}`}
                  label={format.named(
                    [several ? curve.label : undefined, `${timeHeader} ${format.number(time)}`]
                      .filter(Boolean)
                      .join(', '),
                    `${format.value(step.value, 'RATE')}, ${intl.formatMessage({ id: 'figure.between' }, { interval: format.interval(step.lower, step.upper, 'RATE') })}`,
                  )}
                >
                  <circle cx={at(time)} cy={y(step.value)} r={12} fill="transparent" />
                  <circle
                    cx={at(time)}
                    cy={y(step.value)}
                    r={3}
                    fill={paint.paper}
                    stroke={seriesPaint(paint, curves.indexOf(curve))}
                    strokeWidth={2}
                  />
                </Mark>
              );
            }),
          )}
          <EndLabels
            surface={surface}
            x={right + 8}
            labels={curves.map(({ key, steps }, index) => ({
              key,
              lines: linesOf(texts[index] ?? '', widest - SWATCH - 10, several ? TICK : LABEL, 3),
              y: y(steps.at(-1)?.value ?? 0),
              strong: !several,
              ...(several && { swatch: seriesPaint(paint, index) }),
            }))}
            from={TOP - 8}
            to={HEIGHT + 8}
          />
          <LabelsBelow
            surface={surface}
            places={ticks.map((time) => ({ key: String(time), label: format.number(time), x: at(time) }))}
            y={HEIGHT}
          />
          <Words
            lines={[timeHeader]}
            x={(left + right) / 2}
            y={axis + 6}
            size={TICK}
            anchor="middle"
            fill={paint.ink3}
          />
          <g transform={`translate(0 ${table})`}>
            <Words
              lines={linesOf(risk, width, TICK, 1)}
              x={0}
              y={8}
              size={TICK}
              weight={600}
              fill={paint.ink2}
            />
            {curves.map((curve, index) => (
              <Mark
                key={curve.key}
                label={format.named(
                  `${risk}${several ? `, ${curve.label}` : ''}`,
                  curve.steps
                    .map(({ at: time, atRisk }) => format.named(format.number(time), format.number(atRisk)))
                    .join('; '),
                )}
              >
                <g transform={`translate(0 ${16 + index * row})`}>
                  {several && (
                    <>
                      <rect x={0} y={5} width={8} height={8} fill={seriesPaint(paint, index)} />
                      <Words
                        lines={linesOf(curve.label, above ? width - SWATCH : left - SWATCH - NUMBER, TICK, 1)}
                        x={SWATCH}
                        y={9}
                        size={TICK}
                        fill={paint.ink2}
                      />
                    </>
                  )}
                  {ticks.map((time) => {
                    const known = stepAt(curve, time, end);
                    return known === undefined ? null : (
                      <Words
                        key={time}
                        lines={[format.number(known.atRisk)]}
                        x={at(time)}
                        y={counts}
                        size={TICK}
                        anchor="middle"
                        fill={paint.ink2}
                      />
                    );
                  })}
                </g>
              </Mark>
            ))}
          </g>
        </>
      ),
    };
  };
}

/** Times of the axis: every month, third, sixth or twelfth, as many as there is room for. */
function ticksOf(end: number, most: number): readonly number[] {
  const step = [1, 2, 3, 6, 12, 24, 60].find((each) => end / each <= most) ?? end;
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}

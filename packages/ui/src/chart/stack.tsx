import type { Unit } from '../i18n/format.ts';
import { AbsentBox } from './absent.tsx';
import { Mark } from './Mark.tsx';
import { seriesPaint } from './paint.ts';
import type { Absence } from './point.ts';
import { shortValue } from './scale.ts';
import type { Surface } from './surface.ts';
import { TICK, widthOf, Words } from './text.tsx';

export interface Layer {
  readonly key: string;
  readonly label: string;
}

export interface StackColumn {
  readonly key: string;
  readonly label: string;
  /** By the key of a layer; what is not named is not there. Negative values stand below zero. */
  readonly values: Readonly<Record<string, number>>;
  /** Where the column as a whole may not be shown or has no data. */
  readonly absent?: Absence | undefined;
  readonly why?: string | undefined;
}

interface Part extends Layer {
  readonly index: number;
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

export function sumOf({ values }: StackColumn): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

/** The parts of a column with where each begins and ends, negative ones from zero downwards. */
export function partsOf({ values }: StackColumn, layers: readonly Layer[]): readonly Part[] {
  let up = 0;
  let down = 0;
  return layers.flatMap((layer, index) => {
    const value = values[layer.key];
    if (value === undefined || value === 0) return [];
    const from = value > 0 ? up : down;
    const to = from + value;
    if (value > 0) up = to;
    else down = to;
    return [{ ...layer, index, value, from, to }];
  });
}

interface Props {
  readonly surface: Surface;
  readonly unit: Unit;
  readonly column: StackColumn;
  readonly parts: readonly Part[];
  readonly x: number;
  /** Width of the column, and from one to the next. */
  readonly band: number;
  readonly step: number;
  readonly y: (value: number) => number;
  readonly bottom: number;
}

/** One column: its parts with paper between them, its sum above where there is room to write it. */
export function StackOf({ surface, unit, column, parts, x, band, step, y, bottom }: Props) {
  const { paint, format } = surface;
  if (column.absent !== undefined)
    return (
      <Mark label={format.named(column.label, column.why ?? '')}>
        <AbsentBox absent={column.absent} x={x} y={bottom - 48} width={band} height={48} paint={paint} />
      </Mark>
    );
  const total = shortValue(sumOf(column), unit, format);
  return (
    <g>
      {parts.map(({ key, label, index, value, from, to }) => (
        <Mark key={key} label={format.named(`${column.label}, ${label}`, format.value(value, unit))}>
          <rect
            x={x}
            y={Math.min(y(from), y(to))}
            width={band}
            height={Math.abs(y(from) - y(to))}
            fill={seriesPaint(paint, index)}
            stroke={paint.paper}
          />
        </Mark>
      ))}
      {widthOf(total, TICK) <= step && (
        <Words
          lines={[total]}
          x={x + band / 2}
          y={Math.min(y(0), ...parts.map(({ to }) => y(to))) - 10}
          size={TICK}
          weight={600}
          anchor="middle"
          fill={paint.ink}
        />
      )}
    </g>
  );
}

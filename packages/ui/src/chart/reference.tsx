import type { Format, Unit } from '../i18n/format.ts';
import type { Column } from '../table/column.ts';
import { textColumn, valueColumn } from './point-columns.ts';
import type { Reference } from './point.ts';
import type { Surface } from './surface.ts';
import { linesOf, TICK, widthOf, Words } from './text.tsx';

const LINE = 18;

/** Room above rows for the labels of references. */
export function referenceHeight(references: readonly Reference[]): number {
  return references.length === 0 ? 0 : references.length * LINE + 6;
}

/** References in the table of a chart and in its files: of each its value and its source, the same in every row. */
export function referenceColumns<Row>(
  references: readonly Reference[],
  unit: Unit,
  format: Format,
  sourceHeader: string,
): Column<Row>[] {
  return references.flatMap(({ key, label, value, source }) => [
    valueColumn<Row>(key, label, unit, format, () => value),
    textColumn<Row>(`${key}-source`, sourceHeader, () => source),
  ]);
}

interface Props {
  readonly surface: Surface;
  readonly references: readonly Reference[];
  readonly unit: Unit;
  readonly x: (value: number) => number;
  readonly to: number;
}

/** Published values as dashed lines across rows, each named above them in a line of its own. */
export function ReferenceLines({ surface, references, unit, x, to }: Props) {
  const { paint, format, width } = surface;
  return (
    <g>
      {references.map(({ key, value }, index) => (
        <line
          key={key}
          x1={x(value)}
          x2={x(value)}
          y1={(index + 1) * LINE}
          y2={to}
          stroke={paint.ink2}
          strokeWidth={1.5}
          strokeDasharray="4 3"
        />
      ))}
      {references.map(({ key, label, value }, index) => {
        const [line = ''] = linesOf(`${label} ${format.value(value, unit)}`, width, TICK, 1);
        const half = widthOf(line, TICK) / 2;
        return (
          <Words
            key={key}
            lines={[line]}
            x={Math.min(Math.max(x(value), half), width - half)}
            y={8 + index * LINE}
            size={TICK}
            anchor="middle"
            fill={paint.ink2}
            halo={paint.paper}
          />
        );
      })}
    </g>
  );
}

import type { Unit } from '../i18n/format.ts';
import type { Reference } from './point.ts';
import type { Surface } from './surface.ts';
import { linesOf, TICK, widthOf, Words } from './text.tsx';

/** Room above rows for a reference's label. */
export const REFERENCE_HEIGHT = 24;

interface Props {
  readonly surface: Surface;
  readonly reference: Reference;
  readonly unit: Unit;
  readonly x: number;
  readonly to: number;
}

/** A published value as a dashed line across rows, named above them. */
export function ReferenceLine({ surface, reference, unit, x, to }: Props) {
  const { paint, format, width } = surface;
  const text = `${reference.label} ${format.value(reference.value, unit)}`;
  const [line = ''] = linesOf(text, width, TICK, 1);
  const half = widthOf(line, TICK) / 2;
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={REFERENCE_HEIGHT - 6}
        y2={to}
        stroke={paint.ink2}
        strokeWidth={1.5}
        strokeDasharray="4 3"
      />
      <Words
        lines={[line]}
        x={Math.min(Math.max(x, half), width - half)}
        y={8}
        size={TICK}
        anchor="middle"
        fill={paint.ink2}
      />
    </g>
  );
}

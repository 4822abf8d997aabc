import type { Surface } from './surface.ts';
import { heightOf, LABEL, TICK, Words } from './text.tsx';

/** Width of a colour before a label. */
export const SWATCH = 14;

interface EndLabel {
  readonly key: string;
  readonly lines: readonly string[];
  /** Where its line ends, if that is before the others do. */
  readonly x?: number;
  readonly y: number;
  readonly strong?: boolean;
  /** The colour of what it names, shown before it; the words themselves are in ink, to be read. */
  readonly swatch?: string;
}

interface EndLabelsProps {
  readonly surface: Surface;
  readonly x: number;
  readonly labels: readonly EndLabel[];
  readonly from: number;
  readonly to: number;
}

/** Labels at the ends of lines, moved apart where they would touch. */
export function EndLabels({ surface: { paint }, x, labels, from, to }: EndLabelsProps) {
  const inOrder = labels
    .map((label) => ({ ...label, height: heightOf(label.lines, label.strong ? LABEL : TICK) }))
    .toSorted((a, b) => a.y - b.y);
  let free = from;
  const down = inOrder.map((label) => {
    const top = Math.max(free, label.y - label.height / 2);
    free = top + label.height + 2;
    return { ...label, top };
  });
  let limit = to;
  return down
    .toReversed()
    .map((label) => {
      const top = Math.min(label.top, limit - label.height);
      limit = top - 2;
      return { ...label, top };
    })
    .map(({ key, lines, x: own = x, height, top, strong, swatch }) => (
      <g key={key}>
        {swatch !== undefined && <rect x={own} y={top + height / 2 - 4} width={8} height={8} fill={swatch} />}
        <Words
          lines={lines}
          x={swatch === undefined ? own : own + SWATCH}
          y={top + height / 2}
          size={strong ? LABEL : TICK}
          weight={strong ? 600 : 400}
          fill={strong ? paint.ink : paint.ink2}
        />
      </g>
    ));
}

import { sankey, sankeyJustify, sankeyLinkHorizontal } from '@visx/sankey';
import { useIntl } from 'react-intl';
import { useFormat, type Unit } from '../i18n/format.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import { seriesPaint } from './paint.ts';
import { textColumn, valueColumn } from './point-columns.ts';
import { shortValue } from './scale.ts';
import { NARROW, type Draw } from './surface.ts';
import { heightOf, LABEL, linesOf, TICK, Words } from './text.tsx';

export interface FlowNode {
  readonly key: string;
  readonly label: string;
  /** Of which group it is: nodes of a group have one colour, so that it is followed from one end to the other. */
  readonly group?: string | undefined;
}

/** With its name as it is written beside it. */
interface NamedNode extends FlowNode {
  readonly lines: readonly string[];
}

export interface Flow {
  /** Keys of nodes; flows must not lead back to where they came from. */
  readonly source: string;
  readonly target: string;
  /** More than zero. */
  readonly value: number;
}

interface Flows {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
  /** In the order of their colours. */
  readonly groups: readonly string[];
  readonly unit: Unit;
}

interface Props extends ChartWords, Flows {
  readonly fromHeader: string;
  readonly toHeader: string;
  readonly valueHeader: string;
}

/** What goes from where to where: bands as thick as their amounts. */
export function SankeyChart({
  nodes,
  flows,
  groups,
  unit,
  fromHeader,
  toHeader,
  valueHeader,
  ...words
}: Props) {
  const format = useFormat();
  const intl = useIntl();
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const sums = Map.groupBy(flows, ({ source }) => source);
  const shareOf = ({ source, value }: Flow) =>
    value / (sums.get(source) ?? []).reduce((sum, flow) => sum + flow.value, 0);
  return (
    <ChartFrame
      words={words}
      draw={drawSankey({ nodes, flows, groups, unit })}
      columns={[
        textColumn<Flow>('from', fromHeader, ({ source }) => labels.get(source)),
        textColumn<Flow>('to', toHeader, ({ target }) => labels.get(target)),
        valueColumn<Flow>('value', valueHeader, unit, format, ({ value }) => value),
        valueColumn<Flow>(
          'share',
          intl.formatMessage({ id: 'chart.shareOfSource' }),
          'RATE',
          format,
          shareOf,
        ),
      ]}
      rows={flows}
      rowKey={({ source, target }) => `${source} ${target}`}
    />
  );
}

const NODE_WIDTH = 12;
const LEAST_HEIGHT = 260;
/** So much of the height is bands, of each node that stands below another. */
const BANDS = 20;

/** In which column each node stands: one further than the furthest that it comes from, and what leads nowhere in the last. */
function levelsOf(nodes: readonly FlowNode[], flows: readonly Flow[]): ReadonlyMap<string, number> {
  const levels = new Map(nodes.map(({ key }): [string, number] => [key, 0]));
  // As many rounds as a way can have steps.
  for (const _ of nodes)
    for (const { source, target } of flows)
      levels.set(target, Math.max(levels.get(target) ?? 0, (levels.get(source) ?? 0) + 1));
  const last = Math.max(...levels.values());
  const leading = new Set(flows.map(({ source }) => source));
  for (const { key } of nodes) if (!leading.has(key)) levels.set(key, last);
  return levels;
}

/**
 * The drawing of a SankeyChart: each node named beside it, each band in the colour of the group that it comes from, or else goes to; what is of
 * no group is grey. On a narrow surface the bands have the whole width and names stand above their nodes, in larger letters, each
 * column of names in a part of the width of its own.
 */
export function drawSankey({ nodes, flows, groups, unit }: Flows): Draw {
  return (surface) => {
    const { width, paint, format } = surface;
    if (flows.length === 0) return { height: 0, body: null };
    const levels = levelsOf(nodes, flows);
    const last = Math.max(...levels.values());
    const narrow = width < NARROW;
    const margin = narrow ? 0 : Math.min(230, width * 0.27);
    const size = narrow ? LABEL : TICK;
    const inMiddle = (level: number | undefined) => level !== 0 && level !== last;
    // Names between both ends have what those at the ends leave; beside their nodes, they have the room up to the next.
    const ends = narrow ? (last > 1 ? width * 0.3 : width / 2 - 7) : margin - 12;
    const between = narrow ? (width - 2 * (ends + 8)) / Math.max(1, last - 1) - 12 : ends;
    const named = nodes.map((node) => ({
      ...node,
      lines: linesOf(node.label, inMiddle(levels.get(node.key)) ? between : ends, size, narrow ? 3 : 2),
    }));
    // However thin a node is, its name with the amount below has the room: nodes are that far apart.
    const tallest = Math.max(...named.map(({ lines }) => heightOf([...lines, ''], size)));
    const padding = tallest + (narrow ? 10 : 6);
    const most = Math.max(
      ...[...Map.groupBy(levels.values(), (level) => level).values()].map(({ length }) => length),
    );
    const height = Math.max(LEAST_HEIGHT, most * (padding + BANDS) + tallest);
    const graph = sankey<NamedNode, Pick<Flow, 'value'>>()
      .nodeId(({ key }) => key)
      .nodeAlign(sankeyJustify)
      .nodeWidth(NODE_WIDTH)
      .nodePadding(padding)
      .extent([
        [margin, narrow ? tallest + 4 : tallest / 2],
        [width - margin, narrow ? height : height - tallest / 2],
      ])({
      nodes: named,
      links: flows.map((flow) => ({ ...flow })),
    });
    const path = sankeyLinkHorizontal<NamedNode, Pick<Flow, 'value'>>();
    const colourOf = (group: string | undefined) => {
      const index = group === undefined ? -1 : groups.indexOf(group);
      return index < 0 ? paint.muted : seriesPaint(paint, index);
    };
    return {
      height,
      body: (
        <>
          {graph.links.map((link) => {
            const { source, target } = link;
            // Once laid out, both ends are nodes; the library's types keep what was put in, too.
            if (typeof source !== 'object' || typeof target !== 'object') return null;
            return (
              <Mark
                key={`${source.key} ${target.key}`}
                label={format.named(`${source.label} → ${target.label}`, format.value(link.value, unit))}
              >
                <path
                  d={path(link) ?? ''}
                  fill="none"
                  stroke={colourOf(source.group ?? target.group)}
                  strokeOpacity={0.34}
                  strokeWidth={Math.max(1, link.width ?? 1)}
                />
              </Mark>
            );
          })}
          {graph.nodes.map(({ key, group, lines, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }) => {
            const level = levels.get(key) ?? 0;
            const words = [...lines, shortValue(value, unit, format)];
            const place = narrow
              ? {
                  y: y0 - 3 - heightOf(words, size) / 2,
                  ...(inMiddle(level)
                    ? ({ x: (x0 + x1) / 2, anchor: 'middle' } as const)
                    : level === 0
                      ? ({ x: x0, anchor: 'start' } as const)
                      : ({ x: x1, anchor: 'end' } as const)),
                }
              : {
                  y: (y0 + y1) / 2,
                  ...(level === 0
                    ? ({ x: x0 - 8, anchor: 'end' } as const)
                    : ({ x: x1 + 8, anchor: 'start' } as const)),
                };
            return (
              <g key={key}>
                <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} fill={colourOf(group)} />
                <Words lines={words} size={size} fill={paint.ink} halo={paint.paper} {...place} />
              </g>
            );
          })}
        </>
      ),
    };
  };
}

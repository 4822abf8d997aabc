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
import { linesOf, TICK, Words } from './text.tsx';

export interface FlowNode {
  readonly key: string;
  readonly label: string;
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
  readonly unit: Unit;
}

interface Props extends ChartWords, Flows {
  readonly fromHeader: string;
  readonly toHeader: string;
  readonly valueHeader: string;
}

/** What goes from where to where: bands as thick as their amounts. */
export function SankeyChart({ nodes, flows, unit, fromHeader, toHeader, valueHeader, ...words }: Props) {
  const format = useFormat();
  const intl = useIntl();
  const labels = new Map(nodes.map(({ key, label }) => [key, label]));
  const sums = Map.groupBy(flows, ({ source }) => source);
  const shareOf = ({ source, value }: Flow) =>
    value / (sums.get(source) ?? []).reduce((sum, flow) => sum + flow.value, 0);
  return (
    <ChartFrame
      words={words}
      draw={drawSankey({ nodes, flows, unit })}
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
const HEIGHT_OF_NODE = 44;

/** The drawing of a SankeyChart: each node named beside it, each band in the colour of where it comes from. */
export function drawSankey({ nodes, flows, unit }: Flows): Draw {
  return (surface) => {
    const { width, paint, format } = surface;
    const targets = new Set(flows.map(({ target }) => target));
    const side = Math.max(
      nodes.filter(({ key }) => !targets.has(key)).length,
      nodes.filter(({ key }) => targets.has(key)).length,
    );
    const height = Math.max(LEAST_HEIGHT, side * HEIGHT_OF_NODE);
    const margin = width < NARROW ? width * 0.3 : Math.min(230, width * 0.27);
    if (flows.length === 0) return { height: 0, body: null };
    const graph = sankey<FlowNode, Pick<Flow, 'value'>>()
      .nodeId(({ key }) => key)
      .nodeAlign(sankeyJustify)
      .nodeWidth(NODE_WIDTH)
      .nodePadding(22)
      .extent([
        [margin, 10],
        [width - margin, height - 10],
      ])({
      nodes: nodes.map((node) => ({ ...node })),
      links: flows.map((flow) => ({ ...flow })),
    });
    const path = sankeyLinkHorizontal<FlowNode, Pick<Flow, 'value'>>();
    const colours = new Map(
      nodes.filter(({ key }) => !targets.has(key)).map(({ key }, index) => [key, index]),
    );
    const colourOf = (key: string) => seriesPaint(paint, colours.get(key) ?? paint.series.length);
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
                label={`${source.label} → ${target.label}: ${format.value(link.value, unit)}`}
              >
                <path
                  d={path(link) ?? ''}
                  fill="none"
                  stroke={colourOf(source.key)}
                  strokeOpacity={0.34}
                  strokeWidth={Math.max(1, link.width ?? 1)}
                />
              </Mark>
            );
          })}
          {graph.nodes.map(({ key, label, x0 = 0, x1 = 0, y0 = 0, y1 = 0, value = 0 }) => {
            const first = x0 <= margin;
            const amount = shortValue(value, unit, format);
            return (
              <g key={key}>
                <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} fill={colourOf(key)} />
                <Words
                  lines={[...linesOf(label, margin - 12, TICK, 2), amount]}
                  x={first ? x0 - 8 : x1 + 8}
                  y={(y0 + y1) / 2}
                  size={TICK}
                  anchor={first ? 'end' : 'start'}
                  fill={paint.ink}
                  halo={paint.paper}
                />
              </g>
            );
          })}
        </>
      ),
    };
  };
}

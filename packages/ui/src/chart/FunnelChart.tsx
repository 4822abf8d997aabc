import { useIntl } from 'react-intl';
import { useFormat } from '../i18n/format.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import { Mark } from './Mark.tsx';
import type { Absence, Bounds } from './point.ts';
import { statusColumns, textColumn, valueColumn } from './point-columns.ts';
import { placeRows, RowAbsent, RowText } from './rows.tsx';
import { linear } from './scale.ts';
import type { Draw, Surface } from './surface.ts';
import { TICK, widthOf, Words } from './text.tsx';

export interface FunnelStage {
  readonly key: string;
  readonly label: string;
  /** Undefined where it may not be shown or there is none: then `absent` and `why` say so. */
  readonly count: number | undefined;
  readonly absent?: Absence | undefined;
  readonly why?: string | undefined;
  /** Share of those of the stage before that came to this one. */
  readonly conversion?: number | undefined;
  readonly interval?: Bounds | undefined;
  /** From the stage before to this one, in days. */
  readonly medianDays?: number | undefined;
}

interface Props extends ChartWords {
  readonly stages: readonly FunnelStage[];
  readonly stageHeader: string;
  readonly countHeader: string;
}

/** How many came to each stage, what share of the stage before, and after how many days. */
export function FunnelChart({ stages, stageHeader, countHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id });
  return (
    <ChartFrame
      words={words}
      draw={drawFunnel({ stages })}
      columns={[
        textColumn<FunnelStage>('label', stageHeader, ({ label }) => label),
        valueColumn<FunnelStage>(
          'count',
          countHeader,
          'COUNT',
          format,
          ({ count }) => count,
          ({ why }) => why,
        ),
        ...statusColumns<FunnelStage>('status', header('chart.status'), stages, ({ why }) => why),
        valueColumn<FunnelStage>(
          'conversion',
          header('chart.conversion'),
          'RATE',
          format,
          ({ conversion }) => conversion,
        ),
        valueColumn<FunnelStage>(
          'lower',
          header('figure.lower'),
          'RATE',
          format,
          ({ interval }) => interval?.lower,
        ),
        valueColumn<FunnelStage>(
          'upper',
          header('figure.upper'),
          'RATE',
          format,
          ({ interval }) => interval?.upper,
        ),
        valueColumn<FunnelStage>(
          'days',
          header('chart.medianDays'),
          'COUNT',
          format,
          ({ medianDays }) => medianDays,
        ),
      ]}
      rows={stages}
      rowKey={({ key }) => key}
    />
  );
}

const THICK = 20;

/** What stands between a stage and the one before: "62 % (55–68 %) · median 34 days". */
function wayOf(
  { conversion, interval, medianDays }: FunnelStage,
  { format, intl }: Surface,
): string | undefined {
  const parts = [
    conversion === undefined
      ? undefined
      : intl.formatMessage({ id: 'chart.converted' }, { share: format.value(conversion, 'RATE') }) +
        (interval === undefined ? '' : ` (${format.interval(interval.lower, interval.upper, 'RATE')})`),
    medianDays === undefined
      ? undefined
      : intl.formatMessage(
          { id: 'chart.medianOfDays' },
          { days: medianDays, number: format.number(medianDays) },
        ),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' · ');
}

/** The drawing of a FunnelChart. */
export function drawFunnel({ stages }: { readonly stages: readonly FunnelStage[] }): Draw {
  return (surface) => {
    const { format, paint, width } = surface;
    const rows = placeRows(
      surface,
      stages.map((stage) => ({
        key: stage.key,
        label: stage.label,
        value: stage.count === undefined ? undefined : format.number(stage.count),
        absent: stage.absent,
        why: stage.why,
        stage,
      })),
    );
    // Room between stages for the way from one to the next.
    const gap = 20;
    const x = linear(
      [0, Math.max(1, ...stages.map(({ count = 0 }) => count))],
      [rows.left, rows.right],
      'RATE',
    );
    return {
      height: rows.height + gap * Math.max(0, stages.length - 1),
      body: rows.places.map((place, index) => {
        const { stage } = place.row;
        const way = wayOf(stage, surface);
        const middle = place.middle;
        return (
          <g key={stage.key} transform={`translate(0 ${index * gap})`}>
            {way !== undefined && (
              <Words
                lines={[`↓ ${way}`]}
                x={Math.min(rows.left + 6, Math.max(0, width - widthOf(way, TICK) - 20))}
                y={place.top - gap / 2 + 1}
                size={TICK}
                fill={paint.ink2}
              />
            )}
            <Mark
              label={format.named(
                stage.label,
                [stage.count === undefined ? stage.why : format.number(stage.count), way]
                  .filter(Boolean)
                  .join(', '),
              )}
            >
              <RowText surface={surface} place={place} rows={rows} />
              {stage.count === undefined ? (
                <RowAbsent surface={surface} place={place} rows={rows} />
              ) : (
                <rect
                  x={rows.left}
                  y={middle - THICK / 2}
                  width={Math.max(1, x(stage.count) - rows.left)}
                  height={THICK}
                  rx={1.5}
                  fill={paint.series[0]}
                />
              )}
            </Mark>
          </g>
        );
      }),
    };
  };
}

import { useIntl } from 'react-intl';
import { countedColumns } from '../figure/counted-columns.ts';
import { useFormat } from '../i18n/format.ts';
import { textColumn, valueColumn } from './point-columns.ts';
import { ChartFrame } from './ChartFrame.tsx';
import type { ChartWords } from './chart-words.ts';
import type { Curve, CurveStep } from './curve-line.tsx';
import { drawCurves } from './step-curves.tsx';

interface Props extends ChartWords {
  readonly curves: readonly Curve[];
  /** Where the axis ends. */
  readonly end: number;
  /** "Months since the start" */
  readonly timeHeader: string;
  readonly valueHeader: string;
}

type Row = CurveStep & { readonly key: string; readonly label: string };

/** What share has met something by when: steps with their band, and below how many could still meet it; in the table, all counts. */
export function StepChart({ curves, end, timeHeader, valueHeader, ...words }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id });
  const rows = curves.flatMap(({ key, label, steps }) => steps.map((step): Row => ({ ...step, key, label })));
  const count = (id: 'atRisk' | 'events' | 'competing' | 'censored') =>
    valueColumn<Row>(id, header(`chart.${id}`), 'COUNT', format, (row) => row[id]);
  return (
    <ChartFrame
      words={words}
      draw={drawCurves({ curves, end, timeHeader })}
      columns={[
        ...(curves.length > 1 ? [textColumn<Row>('label', header('chart.group'), ({ label }) => label)] : []),
        valueColumn<Row>('at', timeHeader, 'COUNT', format, ({ at }) => at),
        valueColumn<Row>('value', valueHeader, 'RATE', format, ({ value }) => value),
        ...countedColumns<Row>({
          rows,
          name: valueHeader,
          intl,
          format,
          countedOf: ({ counted }) => counted,
          intervalOf: (step) => step,
          unitOf: () => 'RATE',
        }),
        count('atRisk'),
        count('events'),
        count('competing'),
        count('censored'),
      ]}
      rows={rows}
      rowKey={({ key, at }) => `${key} ${at}`}
    />
  );
}

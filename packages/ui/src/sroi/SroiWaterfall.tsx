import { useIntl } from 'react-intl';
import type { ChartWords } from '../chart/chart-words.ts';
import { WaterfallChart } from '../chart/WaterfallChart.tsx';
import { useFormat } from '../i18n/format.ts';
import type { WaterfallSteps } from './steps.ts';

interface Props extends Pick<ChartWords, 'about'> {
  readonly waterfall: WaterfallSteps;
  readonly investment: number;
}

/** From gross to net: what each deduction takes of the present value, one after the other, and what was put in beside it. */
export function SroiWaterfall({ waterfall: { gross, steps, net }, investment, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  return (
    <WaterfallChart
      title={words('sroi.waterfall', { share: format.percent(gross === 0 ? 0 : net / gross) })}
      subtitle={words('sroi.waterfallAbout')}
      steps={[
        { key: 'gross', label: words('sroi.gross'), value: gross, kind: 'total' },
        ...steps
          .filter(({ takes }) => takes !== 0)
          .map(({ deduction, takes }) => ({
            key: deduction,
            label: words(`field.${deduction}`),
            value: 0 - takes,
            kind: 'change' as const,
          })),
        { key: 'net', label: words('sroi.net'), value: net, kind: 'total' },
        { key: 'investment', label: words('sroi.investment'), value: investment, kind: 'beside' },
      ]}
      unit="CENTS"
      stepHeader={words('sroi.step')}
      valueHeader={words('sroi.amount')}
      fileName="sroi-waterfall"
      about={about}
    />
  );
}

import { STAKEHOLDERS } from '@tandem/domain/vocabulary';
import { useIntl } from 'react-intl';
import type { ChartWords } from '../chart/chart-words.ts';
import { StackedChart } from '../chart/StackedChart.tsx';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import type { YearOfValue } from './steps.ts';

interface Props extends Pick<ChartWords, 'about'> {
  readonly years: readonly YearOfValue[];
}

/** Present value after deductions by year, and within each year by stakeholder. */
export function SroiYears({ years, about }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const lastYear = years.findLastIndex(({ presentValue }) => presentValue !== 0);
  const shown = years.slice(0, Math.max(1, lastYear + 1));
  const whole = years.reduce((sum, { presentValue }) => sum + presentValue, 0);
  const layers = STAKEHOLDERS.filter((stakeholder) =>
    shown.some(({ byStakeholder }) => byStakeholder[stakeholder] !== 0),
  );
  return (
    <StackedChart
      title={words('sroi.years', {
        share: format.percent(whole === 0 ? 0 : (years[0]?.presentValue ?? 0) / whole),
      })}
      subtitle={words('sroi.yearsAbout')}
      layers={layers.map((key) => ({ key, label: word('Stakeholder', key) }))}
      columns={shown.map(({ year, byStakeholder }) => ({
        key: String(year),
        label: words('sroi.year', { year: String(year) }),
        values: Object.fromEntries(layers.map((key) => [key, byStakeholder[key]])),
      }))}
      unit="CENTS"
      columnHeader={words('sroi.yearHeader')}
      fileName="sroi-years"
      about={about}
    />
  );
}

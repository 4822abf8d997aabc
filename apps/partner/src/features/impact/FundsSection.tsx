import { BarChart } from '@tandem/ui/BarChart';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Page';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Impact } from './impact.queries.ts';

/** Where the programme's money comes from. */
export function FundsSection({ impact }: { readonly impact: Impact }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const values = impact.funds.flatMap(({ key, result }) =>
    result.__typename === 'Figure' ? [{ key, label: word('GrantKind', key), value: result.value }] : [],
  );
  const sum = values.reduce((total, { value }) => total + value, 0);
  const bars = values
    .toSorted((a, b) => b.value - a.value)
    .map((bar) => ({ ...bar, note: format.percent(sum === 0 ? 0 : bar.value / sum) }));
  const words = (id: string, fill?: Record<string, string>) => intl.formatMessage({ id }, fill);
  const first = bars[0];
  return (
    <Section title={words('impact.funds')}>
      <BarChart
        title={
          first === undefined
            ? words('impact.funds')
            : words('impact.fundsFinding', { label: first.label, share: first.note })
        }
        bars={bars}
        unit="CENTS"
        groupHeader={words('impact.column.kind')}
        valueHeader={words('impact.column.amount')}
        fileName="funds"
      />
    </Section>
  );
}

import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart, type Bar } from '@tandem/ui/BarChart';
import { Explanation } from '@tandem/ui/Explanation';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Impact } from './impact.queries.ts';

/** Where the programme's money comes from; kinds that too few funders give are one bar together, those that nobody gives among them. */
export function FundsSection({ impact }: { readonly impact: Impact }) {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const { word } = useWords();
  const values = impact.funds.flatMap(({ key, result }) =>
    result.__typename === 'Figure' ? [{ key, label: word('GrantKind', key), value: result.value }] : [],
  );
  const words = (id: string, fill?: Record<string, string>) => intl.formatMessage({ id }, fill);
  const hidden = impact.funds.flatMap(({ key, result }) =>
    result.__typename === 'Withheld' ? [word('GrantKind', key)] : [],
  );
  // What is left of the sum is what is hidden, where all of it is of one day.
  const days = new Set(
    [impact.funding, ...impact.funds.map(({ result }) => result)].flatMap((result) =>
      result.__typename === 'Figure' ? [result.asOf] : [],
    ),
  );
  const shown = values.reduce((total, { value }) => total + value, 0);
  const sum = impact.funding.__typename === 'Figure' ? impact.funding.value : shown;
  const bars: Bar[] = values.toSorted((a, b) => b.value - a.value);
  if (hidden.length > 0 && days.size === 1)
    bars.push({ key: 'OTHERS', label: words('impact.otherFunds'), value: sum - shown, tone: 'muted' });
  const withShares = bars.map((bar) => ({
    ...bar,
    note: format.percent(sum === 0 ? 0 : (bar.value ?? 0) / sum),
  }));
  const first = withShares[0];
  if (values.length === 0)
    return (
      <Section title={words('impact.funds')}>
        <p>
          {impact.funding.__typename === 'Figure'
            ? words('impact.fundsInAll', { amount: format.money(impact.funding.value) })
            : words('impact.fundsNotShown')}{' '}
          <Explanation result={impact.funding} />
        </p>
      </Section>
    );
  return (
    <Section folds title={words('impact.funds')}>
      <BarChart
        title={
          first === undefined
            ? words('impact.funds')
            : words('impact.fundsFinding', { label: first.label, share: first.note })
        }
        subtitle={
          hidden.length > 0 ? words('impact.otherFundsAbout', { kinds: intl.formatList(hidden) }) : undefined
        }
        bars={withShares}
        unit="CENTS"
        groupHeader={words('impact.column.kind')}
        valueHeader={impact.funding.definition.name}
        noteHeader={words('impact.column.shareOfFunds')}
        fileName="funds"
        about={aboutFigure(
          [impact.funding, ...impact.funds.map(({ result }) => result)],
          words('impact.wholeProgramme'),
        )}
      />
    </Section>
  );
}

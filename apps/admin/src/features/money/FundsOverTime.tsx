import { useQuery } from '@apollo/client/react';
import { GRANT_KINDS } from '@tandem/domain/vocabulary';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { StackedChart } from '@tandem/ui/StackedChart';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';

const STRUCTURE = graphql(`
  query FundStructure {
    fundStructure {
      year
      kind
      cents
    }
  }
`);

/** The fund structure by kind, each year's new grants. */
export function FundsOverTime() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { today } = useViewer();
  const { data, error } = useQuery(STRUCTURE);
  if (error !== undefined) return <ErrorState error={error} />;
  const rows = data?.fundStructure ?? [];
  if (rows.length === 0) return null;
  const years = [...new Set(rows.map(({ year }) => year))].toSorted((a, b) => a - b);
  const kinds = GRANT_KINDS.filter((kind) => rows.some((row) => row.kind === kind));
  const total = rows.reduce((sum, { cents }) => sum + cents, 0);
  const sums = kinds.map((kind) => ({
    kind,
    cents: rows.reduce((sum, row) => sum + (row.kind === kind ? row.cents : 0), 0),
  }));
  const largest = sums.toSorted((a, b) => b.cents - a.cents)[0];
  const words = (id: string) => intl.formatMessage({ id });
  return (
    <Section title={words('money.funds')}>
      <StackedChart
        title={intl.formatMessage(
          { id: 'money.fundsFinding' },
          {
            label: largest === undefined ? '–' : word('GrantKind', largest.kind),
            share: total === 0 ? '–' : format.percent((largest?.cents ?? 0) / total),
          },
        )}
        subtitle={words('funds.overTimeAbout')}
        unit="CENTS"
        columnHeader={words('money.year')}
        fileName="fund-structure"
        about={{ definition: words('funds.overTimeAbout'), asOf: today }}
        layers={kinds.map((kind) => ({ key: kind, label: word('GrantKind', kind) }))}
        columns={years.map((year) => ({
          key: String(year),
          label: String(year),
          // Each kind in each year, so that the last column names them all.
          values: Object.fromEntries(
            kinds.map((kind) => [
              kind,
              rows.find((row) => row.year === year && row.kind === kind)?.cents ?? 0,
            ]),
          ),
        }))}
      />
    </Section>
  );
}

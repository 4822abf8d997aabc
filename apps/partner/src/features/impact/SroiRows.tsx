import { DEDUCTIONS, type Deduction } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { EvidenceGrade } from '@tandem/ui/EvidenceGrade';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { SroiVersion } from './SroiSection.tsx';

type Row = SroiVersion['rows'][number];

/** Every row of the value map with its numbers, the source of its proxy and how well it is founded. */
export function SroiRows({ version }: { readonly version: SroiVersion }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `field.${id}` });
  const rate = (id: Deduction | 'dropOff'): Column<Row> => ({
    id,
    header: header(id),
    align: 'right',
    cell: (row) => format.percent(row[id], 2),
    text: (row) => row[id],
  });
  const of = ({ stakeholder, outcome }: Row) =>
    intl.formatMessage({ id: 'field.said' }, { field: word('Stakeholder', stakeholder), words: outcome });
  const sourceOf = ({ proxySource, proxyCountry, proxyYear, priceIndex }: Row) => {
    const source = `${proxySource ?? intl.formatMessage({ id: 'impact.noSource' })} (${proxyCountry} ${proxyYear})`;
    if (priceIndex == null) return source;
    const { name, year } = priceIndex;
    return `${source}; ${intl.formatMessage({ id: 'impact.priceIndex' }, { name, year: String(year) })}`;
  };
  const columns: readonly Column<Row>[] = [
    {
      id: 'outcome',
      header: header('outcome'),
      wrap: true,
      cell: (row) => (
        <>
          {of(row)} <small>{sourceOf(row)}</small>
          {row.note != null && <small> {row.note}</small>}
        </>
      ),
      text: (row) => `${of(row)} – ${sourceOf(row)}`,
    },
    {
      id: 'quantity',
      header: header('quantity'),
      align: 'right',
      cell: ({ quantity }) => format.number(quantity),
      text: ({ quantity }) => quantity,
    },
    {
      id: 'proxy',
      header: header('proxy'),
      align: 'right',
      cell: ({ countedProxy }) => format.money(countedProxy.cents),
      text: ({ countedProxy }) => countedProxy.cents / 100,
    },
    ...DEDUCTIONS.filter(
      (id) => (id !== 'leakage' && id !== 'substitution') || version.rows.some((row) => row[id] > 0),
    ).map(rate),
    rate('dropOff'),
    {
      id: 'durationYears',
      header: header('durationYears'),
      align: 'right',
      cell: ({ durationYears }) => durationYears,
      text: ({ durationYears }) => durationYears,
    },
    {
      id: 'evidenceGrade',
      header: header('evidenceGrade'),
      cell: ({ evidenceGrade }) => <EvidenceGrade grade={evidenceGrade} />,
      text: ({ evidenceGrade }) => word('EvidenceGrade', evidenceGrade),
    },
  ];
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'impact.assumptions' })}
      about={intl.formatMessage(
        { id: 'impact.assumptionsAbout' },
        {
          rate: version.discountSchedule.map(({ rate }) => format.percent(rate, 1)).join(', '),
          convention: word('DiscountConvention', version.discountConvention),
        },
      )}
    >
      <DataTable
        caption={intl.formatMessage({ id: 'impact.assumptions' })}
        columns={columns}
        rows={version.rows}
        rowKey={({ id }) => id}
      />
    </Section>
  );
}

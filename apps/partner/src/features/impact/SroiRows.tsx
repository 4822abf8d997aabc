import { DEDUCTIONS, type Deduction } from '@tandem/domain/vocabulary';
import type { Column } from '@tandem/ui/column';
import { EvidenceGrade } from '@tandem/ui/EvidenceGrade';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import type { About } from '@tandem/ui/about';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { SroiVersion } from './SroiSection.tsx';

type Row = SroiVersion['rows'][number];

/** Every row of the value map with its numbers, the source of its proxy and how well it is founded. */
export function SroiRows({
  version,
  about,
}: {
  readonly version: SroiVersion;
  /** Of which version they are. */
  readonly about: About;
}) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `field.${id}` });
  const rate = (id: Deduction | 'dropOff'): Column<Row> => ({
    id,
    header: header(id),
    align: 'right',
    as: 'rate',
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
  const inFile = (id: string, text: (row: Row) => string | null | undefined): Column<Row> => ({
    id: `file-${id}`,
    header: header(id),
    only: 'file',
    cell: text,
    text: (row) => text(row) ?? null,
  });
  const columns: readonly Column<Row>[] = [
    {
      id: 'outcome',
      header: header('outcome'),
      only: 'page',
      wrap: true,
      cell: (row) => (
        <>
          {of(row)} <small>{sourceOf(row)}</small>
          {row.note != null && <small> {row.note}</small>}
        </>
      ),
      text: of,
    },
    inFile('stakeholder', ({ stakeholder }) => word('Stakeholder', stakeholder)),
    inFile('outcome', ({ outcome }) => outcome),
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
      as: 'money',
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
    inFile('proxySource', sourceOf),
    inFile('note', ({ note }) => note),
  ];
  const assumptions = intl.formatMessage(
    { id: 'impact.assumptionsAbout' },
    {
      rate: version.discountSchedule.map(({ rate: discount }) => format.percent(discount, 1)).join(', '),
      convention: word('DiscountConvention', version.discountConvention),
    },
  );
  return (
    <Section folds title={intl.formatMessage({ id: 'impact.assumptions' })} about={assumptions}>
      <FiledTable
        caption={intl.formatMessage({ id: 'impact.assumptions' })}
        columns={columns}
        rows={version.rows}
        rowKey={({ id }) => id}
        fileName="value-map"
        about={{ ...about, definition: [about.definition, assumptions].filter(Boolean).join(' ') }}
      />
    </Section>
  );
}

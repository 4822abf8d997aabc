import { DEDUCTIONS, type Deduction } from '@tandem/domain/vocabulary';
import { mapOf } from '@tandem/metrics/sroi/answer';
import { resultOf } from '@tandem/metrics/sroi/result';
import { worthsOf } from '@tandem/metrics/sroi/worths';
import type { Column } from '@tandem/ui/column';
import { EvidenceGrade } from '@tandem/ui/EvidenceGrade';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import type { About } from '@tandem/ui/about';
import { Section } from '@tandem/ui/Section';
import { useReckoned } from '@tandem/ui/use-reckoned';
import { valueMapColumns } from '@tandem/ui/value-map-columns';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { SroiVersion } from './SroiSection.tsx';

type Row = SroiVersion['rows'][number];
/** A column of the page alone: the file has columns of its own, which staff's file has too. */
type PageColumn = Omit<Column<Row>, 'as' | 'text' | 'only'>;

/** Every row of the value map with its numbers, the source of its proxy and how well it is founded. */
export function SroiRows({
  version,
  names,
  about,
}: {
  readonly version: SroiVersion;
  /** Names of indicators. */
  readonly names: ReadonlyMap<string, string>;
  /** Of which version they are. */
  readonly about: About;
}) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `field.${id}` });
  const rate = (id: Deduction | 'dropOff'): PageColumn => ({
    id,
    header: header(id),
    align: 'right',
    cell: (row) => format.percent(row[id], 2),
  });
  const of = ({ stakeholder, outcome }: Row) =>
    intl.formatMessage({ id: 'field.said' }, { field: word('Stakeholder', stakeholder), words: outcome });
  const sourceOf = ({ proxySource, proxyCountry, proxyYear, priceIndex }: Row) => {
    const source = `${proxySource ?? intl.formatMessage({ id: 'impact.noSource' })} (${proxyCountry} ${proxyYear})`;
    if (priceIndex == null) return source;
    const { name, year } = priceIndex;
    return `${source}; ${intl.formatMessage({ id: 'impact.priceIndex' }, { name, year: String(year) })}`;
  };
  const onPage: readonly PageColumn[] = [
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
    },
    {
      id: 'quantity',
      header: header('quantity'),
      align: 'right',
      cell: ({ quantity }) => format.number(quantity),
    },
    {
      id: 'proxy',
      header: header('proxy'),
      align: 'right',
      cell: ({ countedProxy }) => format.money(countedProxy.cents),
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
    },
    {
      id: 'evidenceGrade',
      header: header('evidenceGrade'),
      cell: ({ evidenceGrade }) => <EvidenceGrade grade={evidenceGrade} />,
    },
  ];
  const map = mapOf(version);
  const filed = valueMapColumns(version, { intl, word, names, worths: worthsOf(map) });
  const columns = [
    ...onPage.map((column) => ({ ...column, only: 'page' as const, text: () => null })),
    ...filed.map((column) => ({ ...column, id: `file-${column.id}`, only: 'file' as const })),
  ];
  const reckoned = useReckoned()({ convention: version.discountConvention, ...resultOf(map) });
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
        about={{ ...about, definition: [about.definition, reckoned].filter(Boolean).join('. ') }}
      />
    </Section>
  );
}

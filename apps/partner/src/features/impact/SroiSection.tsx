import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { FigureTile } from '@tandem/ui/FigureTile';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Page';
import { Status } from '@tandem/ui/Status';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Impact } from './impact.queries.ts';

type Row = NonNullable<Impact['sroiModel']>['rows'][number];

/** The social return, gross and net, with every assumption of which it is made. */
export function SroiSection({ impact }: { readonly impact: Impact }) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const model = impact.sroiModel;
  const header = (id: string) => intl.formatMessage({ id: `field.${id}` });
  const rate = (id: 'deadweight' | 'displacement' | 'attribution' | 'dropOff'): Column<Row> => ({
    id,
    header: header(id),
    align: 'right',
    cell: (row) => format.percent(row[id], 2),
    text: (row) => row[id],
  });
  const of = ({ stakeholder, outcome }: Row) =>
    intl.formatMessage({ id: 'field.said' }, { field: word('Stakeholder', stakeholder), words: outcome });
  const sourceOf = ({ proxySource, proxyCountry, proxyYear }: Row) =>
    `${proxySource ?? intl.formatMessage({ id: 'impact.noSource' })} (${proxyCountry} ${proxyYear})`;
  const columns: readonly Column<Row>[] = [
    {
      id: 'outcome',
      header: header('outcome'),
      wrap: true,
      cell: (row) => (
        <>
          {of(row)} <small>{sourceOf(row)}</small>
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
      cell: ({ proxy }) => format.money(proxy.cents),
      text: ({ proxy }) => proxy.cents / 100,
    },
    rate('deadweight'),
    rate('displacement'),
    rate('attribution'),
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
      cell: ({ evidenceGrade }) => <Status>{word('EvidenceGrade', evidenceGrade)}</Status>,
      text: ({ evidenceGrade }) => word('EvidenceGrade', evidenceGrade),
    },
  ];
  return (
    <Section
      title={intl.formatMessage({ id: 'impact.sroi' })}
      about={intl.formatMessage({ id: 'impact.sroiAbout' })}
    >
      <FigureGrid>
        <FigureTile result={impact.sroiGross} size="large" />
        <FigureTile result={impact.sroiNet} size="large" />
      </FigureGrid>
      {model != null && (
        <Section
          title={intl.formatMessage({ id: 'impact.assumptions' })}
          about={intl.formatMessage(
            { id: 'impact.assumptionsAbout' },
            {
              rate: format.percent(model.discountRate, 1),
              convention: word('DiscountConvention', model.discountConvention),
            },
          )}
        >
          <DataTable
            caption={intl.formatMessage({ id: 'impact.assumptions' })}
            columns={columns}
            rows={model.rows}
            rowKey={({ id }) => id}
          />
        </Section>
      )}
    </Section>
  );
}

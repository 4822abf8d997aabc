import type { Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { whyNone } from '@tandem/ui/why-none';
import { useIntl } from 'react-intl';
import type { Preview } from './publication.queries.ts';

type Row = Preview['publicationPreview']['figures'][number];

/** Each figure as it is on the page, and as it would be. */
export function PreviewTable({ preview }: { readonly preview: Preview | undefined }) {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `publication.column.${id}` });
  const onPage = ({ metric }: Row) => {
    const standing = preview?.publication?.figures.find(({ result }) => result.definition.id === metric);
    return standing === undefined ? '' : words(standing.result);
  };
  const words = (result: FigureResult) => {
    if (result.__typename === 'Figure') return format.value(result.value, result.unit);
    return whyNone(result, intl) ?? '';
  };
  const next = ({ value, unit, reason }: Row) => {
    if (value != null) return format.value(value, unit);
    return intl.formatMessage({ id: reason == null ? 'figure.noData.why' : `figure.withheld.${reason}` });
  };
  const groups = ({ groups: all, groupsShown: shown }: Row) =>
    all === 0 ? '' : intl.formatMessage({ id: 'publication.groups' }, { shown, all });
  const columns: readonly Column<Row>[] = [
    {
      id: 'indicator',
      header: header('indicator'),
      wrap: true,
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    { id: 'now', header: header('now'), align: 'right', cell: onPage, text: onPage },
    {
      id: 'next',
      header: header('next'),
      align: 'right',
      cell: next,
      text: next,
    },
    {
      id: 'day',
      header: header('day'),
      cell: ({ asOf }) => (asOf == null ? '' : format.day(asOf)),
      text: ({ asOf }) => asOf ?? null,
    },
    { id: 'groups', header: header('groups'), align: 'right', cell: groups, text: groups },
  ];
  return (
    <FiledTable
      caption={intl.formatMessage({ id: 'publication.preview' })}
      columns={columns}
      rows={preview?.publicationPreview.figures}
      rowKey={({ metric }) => metric}
      fileName="publication-preview"
    />
  );
}

import type { Column } from '@tandem/ui/column';
import { standingOf } from '@tandem/ui/counted';
import { FiledTable } from '@tandem/ui/FiledTable';
import { useFormat } from '@tandem/ui/format';
import { statusColumns, valueColumn } from '@tandem/ui/point-columns';
import { whyNone } from '@tandem/ui/why-none';
import { useIntl } from 'react-intl';
import type { Preview } from './publication.queries.ts';

type Row = Preview['publicationPreview']['figures'][number];

/** Each figure as it is on the page, and as it would be. */
export function PreviewTable({ preview }: { readonly preview: Preview | undefined }) {
  const intl = useIntl();
  return (
    <FiledTable
      caption={intl.formatMessage({ id: 'publication.preview' })}
      columns={useColumns(preview)}
      rows={preview?.publicationPreview.figures}
      rowKey={({ metric }) => metric}
      fileName="publication-preview"
      about={{
        definition: intl.formatMessage({ id: 'publication.previewAbout' }),
        asOf: preview?.publicationPreview.asOf,
      }}
    />
  );
}

function useColumns(preview: Preview | undefined): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `publication.column.${id}` });
  const rows = preview?.publicationPreview.figures ?? [];
  const standing = new Map(
    preview?.publication?.figures.map(({ result }) => [result.definition.id, result] as const),
  );
  const onPage = ({ metric }: Row) => standing.get(metric);
  const noneOnPage = (row: Row) => {
    const result = onPage(row);
    return result && whyNone(result, intl);
  };
  const noneNext = ({ value, reason }: Row) => {
    if (value != null) return undefined;
    return whyNone(reason == null ? { __typename: 'NoData' } : { __typename: 'Withheld', reason }, intl);
  };
  /** A reason in words must not push what stands beside it out of sight. */
  const wrapped = (none: (row: Row) => string | undefined) =>
    rows.some((row) => none(row) !== undefined) && { wrap: true };
  const unitOf = ({ unit }: Row) => unit;
  const unit = (row: Row) => intl.formatMessage({ id: `figure.unit.${row.unit}` });
  const groups = ({ groups: all, groupsShown: shown }: Row) =>
    all === 0 ? '' : intl.formatMessage({ id: 'publication.groups' }, { shown, all });
  const count = (id: string, of: (row: Row) => number): Column<Row> => ({
    id,
    header: header(id),
    only: 'file',
    cell: () => null,
    text: (row) => (row.groups === 0 ? null : of(row)),
  });
  return [
    {
      id: 'indicator',
      header: header('indicator'),
      wrap: true,
      cell: ({ name }) => name,
      text: ({ name }) => name,
    },
    {
      ...valueColumn<Row>(
        'now',
        header('now'),
        unitOf,
        format,
        (row) => {
          const result = onPage(row);
          return result?.__typename === 'Figure' ? result.value : undefined;
        },
        noneOnPage,
      ),
      ...wrapped(noneOnPage),
    },
    ...statusColumns<Row>('nowStatus', header('nowStatus'), rows, (row) => {
      const result = onPage(row);
      return result && standingOf(result, intl);
    }),
    {
      ...valueColumn<Row>('next', header('next'), unitOf, format, ({ value }) => value, noneNext),
      ...wrapped(noneNext),
    },
    ...statusColumns<Row>(
      'nextStatus',
      header('nextStatus'),
      rows,
      (row) => noneNext(row) ?? intl.formatMessage({ id: 'figure.shown' }),
    ),
    { id: 'unit', header: header('unit'), only: 'file', cell: unit, text: unit },
    {
      id: 'day',
      header: header('day'),
      cell: ({ asOf }) => (asOf == null ? '' : format.day(asOf)),
      text: ({ asOf }) => asOf ?? null,
    },
    { id: 'groups', header: header('groups'), align: 'right', only: 'page', cell: groups, text: () => null },
    count('groupsShown', ({ groupsShown }) => groupsShown),
    count('groupsAll', ({ groups: all }) => all),
  ];
}

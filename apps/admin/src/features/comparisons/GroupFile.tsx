import { useQuery } from '@apollo/client/react';
import type { Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ComparisonFieldsQuery } from '../../gql/graphql.ts';
import { COMPARISON_FIELDS } from './comparison-groups.queries.ts';

type Field = ComparisonFieldsQuery['comparisonFields'][number];

/** What a file of a comparison group holds, column by column, in which words. */
export function GroupFile() {
  const intl = useIntl();
  const { data } = useQuery(COMPARISON_FIELDS);
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const text = (id: string, header: string, of: (field: Field) => string): Column<Field> => ({
    id,
    header,
    wrap: true,
    cell: of,
    text: (field) => of(field) || null,
  });
  const accepted = ({ choices }: Field) =>
    choices
      .map(({ label, words: synonyms }) => words('about.line', { name: label, value: synonyms.join(', ') }))
      .join(' · ');
  return (
    <Section folds title={words('outside.file')} about={<FormattedMessage id="outside.fileAbout" />}>
      <FiledTable
        caption={words('outside.file')}
        columns={[
          {
            ...text('heading', words('outside.heading'), ({ name }) => words(`outside.column.${name}`)),
            fixed: true,
          },
          text('needed', words('outside.needed'), ({ required }) =>
            words(required ? 'outside.needed.yes' : 'outside.needed.no'),
          ),
          text('holds', words('outside.holds'), ({ name }) => words(`outside.holds.${name}`)),
          text('words', words('outside.words'), accepted),
          text('headings', words('outside.headings'), ({ headers }) => headers.join(', ')),
        ]}
        rows={data?.comparisonFields}
        rowKey={({ name }) => name}
        fileName="comparison-group-columns"
      />
    </Section>
  );
}

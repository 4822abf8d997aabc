import { Button } from '@mantine/core';
import { EmptyState } from '@tandem/ui/EmptyState';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';

/** The columns of a file of a comparison group, as the imports recognise them by the headings of each language. */
const COLUMNS = [
  { id: 'group', needed: true },
  { id: 'pseudonym', needed: true },
  { id: 'startedOn', needed: true },
  { id: 'observedUntil', needed: true },
  { id: 'exitOn', needed: false },
  { id: 'jobOn', needed: false },
  { id: 'stableJobOn', needed: false },
  { id: 'gender', needed: false },
  { id: 'age', needed: false },
  { id: 'education', needed: false },
  { id: 'monthsOut', needed: false },
  { id: 'nationality', needed: false },
  { id: 'country', needed: false },
] as const;

/** There is no comparison group: how one comes in, column by column. */
export function NoGroupYet() {
  const intl = useIntl();
  const can = useCan();
  const words = (id: string) => intl.formatMessage({ id });
  const text = (id: string, header: string, of: (column: (typeof COLUMNS)[number]) => string) => ({
    id,
    header,
    wrap: true,
    cell: of,
    text: of,
  });
  return (
    <>
      <EmptyState title={words('outside.noGroup')}>
        <p>
          <FormattedMessage id="outside.howTo" />
        </p>
        {can('IMPORT') ? (
          <Button component={Link} to="/imports">
            <FormattedMessage id="outside.toImports" />
          </Button>
        ) : (
          <p>
            <FormattedMessage id="outside.askImport" />
          </p>
        )}
      </EmptyState>
      <Section title={words('outside.file')} about={words('outside.fileAbout')}>
        <FiledTable
          caption={words('outside.file')}
          columns={[
            text('heading', words('outside.heading'), ({ id }) => words(`outside.column.${id}`)),
            text('needed', words('outside.needed'), ({ needed }) =>
              words(needed ? 'outside.needed.yes' : 'outside.needed.no'),
            ),
            text('holds', words('outside.holds'), ({ id }) => words(`outside.holds.${id}`)),
          ]}
          rows={COLUMNS}
          rowKey={({ id }) => id}
          fileName="comparison-group-columns"
        />
      </Section>
    </>
  );
}

import { Alert, NativeSelect } from '@mantine/core';
import { SMALLEST_GROUPS } from '@tandem/domain/research-inputs';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ResearchPreviewQuery } from '../../gql/graphql.ts';
import type { Variable } from './research.queries.ts';
import classes from './Research.module.css';

type Preview = ResearchPreviewQuery['researchPreview'];
type WithheldColumn = NonNullable<Preview['withheld']>[number];

interface Props {
  readonly chosen: readonly Variable[] | undefined;
  readonly preview: Preview | undefined;
  readonly pending: boolean;
  readonly smallestGroup: number;
  readonly onSmallestGroup: (k: number) => void;
}

/** How far nobody can be told by what identifies them, and what it costs. */
export function ProtectionSection({ chosen, preview, pending, smallestGroup, onSmallestGroup }: Props) {
  const intl = useIntl();
  const identifying = chosen?.filter(({ role }) => role === 'IDENTIFYING').length ?? 0;
  const { least, most } = SMALLEST_GROUPS;
  return (
    <Section
      title={intl.formatMessage({ id: 'research.protection' })}
      about={<FormattedMessage id="research.protectionAbout" />}
    >
      <NativeSelect
        className={classes.group ?? ''}
        label={intl.formatMessage({ id: 'research.group' })}
        value={String(smallestGroup)}
        data={Array.from({ length: most - least + 1 }, (_, index) => ({
          value: String(least + index),
          label: intl.formatMessage({ id: 'research.groupOf' }, { count: least + index }),
        }))}
        onChange={(event) => onSmallestGroup(Number(event.currentTarget.value))}
      />
      {preview !== undefined && (
        <Kept pending={pending}>
          {preview.withheld == null ? (
            <Alert className={classes.told ?? ''} color="yellow">
              <FormattedMessage id="refusal.TOO_FEW_PEOPLE" values={{ limit: smallestGroup }} />
            </Alert>
          ) : (
            <>
              <p className={classes.told} role="status">
                <FormattedMessage
                  id={identifying === 0 ? 'research.nothingIdentifies' : 'research.alone'}
                  values={{
                    alone: preview.alone,
                    fewer: preview.fewer,
                    columns: identifying,
                    k: smallestGroup,
                  }}
                />
              </p>
              <Withheld preview={preview} columns={preview.withheld} chosen={chosen ?? []} />
            </>
          )}
        </Kept>
      )}
    </Section>
  );
}

interface WithheldProps {
  readonly preview: Preview;
  readonly columns: readonly WithheldColumn[];
  readonly chosen: readonly Variable[];
}

/** What is withheld of each column, in the order in which it is. */
function Withheld({ preview, columns, chosen }: WithheldProps) {
  const intl = useIntl();
  const format = useFormat();
  if (columns.every(({ rows }) => rows === 0)) return null;
  const labels = new Map(chosen.map(({ name, label }) => [name, label]));
  const header = (id: string) => intl.formatMessage({ id: `research.column.${id}` });
  const table: readonly Column<WithheldColumn>[] = [
    {
      id: 'column',
      header: header('column'),
      wrap: true,
      cell: ({ name }) => labels.get(name) ?? name,
      text: ({ name }) => labels.get(name) ?? name,
    },
    {
      id: 'withheld',
      header: header('withheld'),
      align: 'right',
      cell: ({ rows }) => format.number(rows),
      text: ({ rows }) => rows,
    },
    {
      id: 'share',
      header: header('share'),
      align: 'right',
      as: 'rate',
      cell: ({ rows }) => format.value(rows / preview.rows, 'RATE'),
      text: ({ rows }) => rows / preview.rows,
    },
  ];
  return (
    <div className={classes.withheld}>
      <DataTable
        caption={intl.formatMessage({ id: 'research.withheld' })}
        columns={table}
        rows={columns}
        rowKey={({ name }) => name}
      />
    </div>
  );
}

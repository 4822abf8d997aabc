import { NativeSelect } from '@mantine/core';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { ImportKind, ImportsQuery } from '../../gql/graphql.ts';

type Kind = ImportsQuery['importKinds'][number];
type Field = Kind['fields'][number];

/** What a link to the section leads to. */
export const KNOWN_COLUMNS = 'known-columns';

interface Props {
  readonly kinds: readonly Kind[];
  /** The kind whose columns are shown; the first where none was asked for. */
  readonly kind: ImportKind | undefined;
  readonly onKind: (kind: ImportKind) => void;
}

/** The headers and words by which files of a kind are recognised. */
export function KnownColumns({ kinds, kind, onKind }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const chosen = kinds.find((candidate) => candidate.kind === kind) ?? kinds[0];
  if (chosen === undefined) return null;
  const header = (id: string) => intl.formatMessage({ id: `imports.known.${id}` });
  const wordsOf = ({ choices }: Field) =>
    choices.map(({ label, words }) => format.named(label, words.join(', ')));
  const columns: readonly Column<Field>[] = [
    { id: 'field', header: header('field'), cell: ({ label }) => label, text: ({ label }) => label },
    {
      id: 'needed',
      header: header('needed'),
      cell: ({ required }) => required && header('isNeeded'),
      text: ({ required }) => (required ? header('isNeeded') : null),
    },
    {
      id: 'headers',
      header: header('headers'),
      wrap: true,
      cell: ({ headers }) => headers.join(', '),
      text: ({ headers }) => headers.join(', '),
    },
    {
      id: 'words',
      header: header('words'),
      wrap: true,
      cell: (field) => wordsOf(field).map((words) => <div key={words}>{words}</div>),
      text: (field) => wordsOf(field).join('\n'),
    },
  ];
  return (
    <Section
      id={KNOWN_COLUMNS}
      title={intl.formatMessage({ id: 'imports.known' })}
      about={<FormattedMessage id="imports.knownAbout" />}
    >
      <NativeSelect
        label={intl.formatMessage({ id: 'imports.knownOf' })}
        value={chosen.kind}
        data={kinds.map((candidate) => ({
          value: candidate.kind,
          label: word('ImportKind', candidate.kind),
        }))}
        onChange={(event) => onKind(event.currentTarget.value as ImportKind)}
        maw="24rem"
        mb="sm"
      />
      <DataTable
        caption={intl.formatMessage({ id: 'imports.known' })}
        columns={columns}
        rows={chosen.fields}
        rowKey={({ name }) => name}
      />
    </Section>
  );
}

import type { Column } from '@tandem/ui/column';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { Status } from '@tandem/ui/Status';
import { FormattedMessage, useIntl } from 'react-intl';
import { definitionsOf, useSealSource, useWordsToday, wordsOfSealed } from './sealed-definitions.ts';
import type { Snapshot } from './snapshot.queries.ts';

type Sealed = Snapshot['figures'][number];

/** What the figures of a snapshot were said to be when they were sealed, and whether that is said of them today. */
export function SealedDefinitions({ snapshot }: { readonly snapshot: Snapshot }) {
  const intl = useIntl();
  const source = useSealSource(snapshot);
  const rows = definitionsOf(snapshot.figures);
  const isSealed = rows.some(({ words }) => words != null);
  const title = intl.formatMessage({ id: 'snapshots.definitions' });
  return (
    <Section
      folds
      title={title}
      about={intl.formatMessage({
        id: isSealed ? 'snapshots.definitionsAbout' : 'snapshots.definitionsNotSealed',
      })}
    >
      <FiledTable
        caption={title}
        columns={useColumns()}
        rows={rows}
        rowKey={({ definition: { id, version } }) => `${id}/${version}`}
        fileName={`snapshot-${snapshot.number}-definitions`}
        about={{ asOf: snapshot.asOf, source }}
      />
    </Section>
  );
}

function useColumns(): readonly Column<Sealed>[] {
  const intl = useIntl();
  const today = useWordsToday();
  const wordsColumn = (id: 'says' | 'numerator' | 'denominator', header: string): Column<Sealed> => ({
    id,
    header: intl.formatMessage({ id: header }),
    wrap: true,
    cell: (figure) => wordsOfSealed(figure)[id] ?? '–',
    text: (figure) => wordsOfSealed(figure)[id] ?? null,
  });
  return [
    {
      id: 'name',
      header: intl.formatMessage({ id: 'snapshots.column.indicator' }),
      wrap: true,
      cell: (figure) => (
        <>
          {wordsOfSealed(figure).name}
          <small>
            <FormattedMessage id="snapshots.version" values={{ version: figure.definition.version }} />
          </small>
        </>
      ),
      text: (figure) => wordsOfSealed(figure).name,
    },
    {
      id: 'id',
      header: intl.formatMessage({ id: 'snapshots.file.id' }),
      only: 'file',
      cell: () => null,
      text: ({ definition }) => definition.id,
    },
    {
      id: 'version',
      header: intl.formatMessage({ id: 'snapshots.file.version' }),
      only: 'file',
      cell: () => null,
      text: ({ definition }) => definition.version,
    },
    wordsColumn('says', 'snapshots.column.says'),
    wordsColumn('numerator', 'figure.counted'),
    wordsColumn('denominator', 'figure.among'),
    {
      id: 'words',
      header: intl.formatMessage({ id: 'snapshots.column.now' }),
      cell: (figure) =>
        figure.sameWords == null ? (
          '–'
        ) : (
          <Status tone={figure.sameWords ? 'good' : 'warn'}>{today(figure)}</Status>
        ),
      text: today,
    },
  ];
}

import { addDays } from '@tandem/domain/calendar-day';
import type { Column } from '@tandem/ui/column';
import { DATA_FORMATS, useDataFile } from '@tandem/ui/data-files';
import { download } from '@tandem/ui/download';
import { DownloadMenu } from '@tandem/ui/DownloadMenu';
import type { Unit } from '@tandem/ui/format';
import { valueMapWords } from '@tandem/ui/value-map-words';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Snapshot } from './snapshot.queries.ts';

type Sealed = Snapshot['figures'][number];

/** JSON is what was sealed, to the letter, so that its seal can be made again; the others are for reading. */
const FORMATS = [...DATA_FORMATS, 'json'] as const;

/** A snapshot as a file: its figures with how each was asked for, and its seal. */
export function SnapshotFiles({ snapshot }: { readonly snapshot: Snapshot }) {
  const intl = useIntl();
  const dataFile = useDataFile();
  const columns = useSealedColumns();
  const { name, number, figures, asOf, seal, sealBefore, dataDigest, content } = snapshot;
  const fileName = `snapshot-${number}`;
  return (
    <DownloadMenu
      formats={FORMATS}
      onDownload={async (format) => {
        if (format === 'json') {
          const text = JSON.stringify({ seal, sealBefore, content }, null, 2);
          download(`${fileName}.json`, new Blob([text], { type: 'application/json' }));
          return;
        }
        const source = intl.formatMessage({ id: 'snapshots.sealedBy' }, { seal, data: dataDigest });
        const about = { asOf, source };
        download(
          `${fileName}.${format}`,
          await dataFile(format, { title: name, columns, rows: figures, about }),
        );
      }}
      button={{ variant: 'default' }}
    />
  );
}

/** In what a numerator is. */
const NUMERATOR: Readonly<Record<Unit, Unit>> = {
  RATE: 'COUNT',
  SCORE: 'COUNT',
  COUNT: 'COUNT',
  HOURS: 'HOURS',
  CENTS: 'CENTS',
  RATIO: 'CENTS',
};

function denominatorOf(unit: Unit): Unit {
  return unit === 'RATIO' ? 'CENTS' : 'COUNT';
}

/** Money in whole units, as everywhere in files for reading. */
function inUnit(amount: number | null | undefined, unit: Unit): number | null {
  return amount == null ? null : unit === 'CENTS' ? amount / 100 : amount;
}

/** What was sealed of each figure: numbers with what they are in, and what they were asked for with. */
function useSealedColumns(): readonly Column<Sealed>[] {
  const intl = useIntl();
  const { word } = useWords();
  const unitWords = (unit: Unit) => intl.formatMessage({ id: `snapshots.unit.${unit}` });
  const column = (
    id: string,
    text: (figure: Sealed) => string | number | null | undefined,
  ): Column<Sealed> => ({
    id,
    header: intl.formatMessage({ id: `snapshots.file.${id}` }),
    cell: () => null,
    text: (figure) => text(figure) ?? null,
  });
  return [
    column('indicator', ({ definition }) => definition.name),
    column('id', ({ definition }) => definition.id),
    column('version', ({ definition }) => definition.version),
    column('value', ({ sealed, definition: { unit } }) => inUnit(sealed?.value, unit)),
    column('unit', ({ definition: { unit } }) => unitWords(unit)),
    column('lower', ({ sealed, definition: { unit } }) => inUnit(sealed?.interval?.lower, unit)),
    column('upper', ({ sealed, definition: { unit } }) => inUnit(sealed?.interval?.upper, unit)),
    column('numerator', ({ sealed, definition: { unit } }) => inUnit(sealed?.numerator, NUMERATOR[unit])),
    column('numeratorUnit', ({ definition: { unit } }) => unitWords(NUMERATOR[unit])),
    column('denominator', ({ sealed, definition: { unit } }) =>
      inUnit(sealed?.denominator, denominatorOf(unit)),
    ),
    column('denominatorUnit', ({ sealed, definition: { unit } }) =>
      sealed?.denominator == null ? null : unitWords(denominatorOf(unit)),
    ),
    column('valueMap', ({ valueMap }) => valueMap?.map),
    column('valueMapVersion', ({ valueMap }) => valueMap && valueMapWords(valueMap, intl)),
    column(
      'scenario',
      ({ valueMap }) => valueMap && (valueMap.scenario ?? intl.formatMessage({ id: 'snapshots.noScenario' })),
    ),
    column('notYetObservable', ({ sealed }) => sealed?.notYetObservable),
    column('unknown', ({ sealed }) => sealed?.unknown),
    column('asked', ({ sealed }) => sealed?.asked),
    column('from', ({ period }) => period?.from),
    column('to', ({ period }) => period && addDays(period.to, -1)),
    column('anchor', ({ parameters }) => parameters && word('Anchor', parameters.anchor)),
    column('windowMonths', ({ parameters }) => parameters?.windowMonths),
    column('population', ({ parameters }) => parameters && word('Population', parameters.population)),
    column('evidence', ({ parameters }) => parameters && word('EvidenceLevel', parameters.evidence)),
    column('filter', ({ filter }) =>
      filter
        .map(({ dimension, values }) => `${word('Dimension', dimension)}: ${values.join(', ')}`)
        .join('; '),
    ),
    column('statementDigest', ({ statementDigest }) => statementDigest),
  ];
}

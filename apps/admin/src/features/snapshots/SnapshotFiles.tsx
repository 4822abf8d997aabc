import { addDays } from '@tandem/domain/calendar-day';
import { fileAmount, type Column } from '@tandem/ui/column';
import { DATA_FORMATS, useDataFile } from '@tandem/ui/data-files';
import { download } from '@tandem/ui/download';
import { DownloadMenu } from '@tandem/ui/DownloadMenu';
import type { Unit } from '@tandem/ui/format';
import { valueMapWords } from '@tandem/ui/value-map-words';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import { useSealedDefinitions, useSealSource } from './sealed-definitions.ts';
import { unitsOfSealed } from './sealed-units.ts';
import type { Snapshot } from './snapshot.queries.ts';

type Sealed = Snapshot['figures'][number];

/** JSON is what was sealed, to the letter, so that its seal can be made again; the others are for reading. */
const FORMATS = [...DATA_FORMATS, 'json'] as const;

/** A snapshot as a file: its figures with how each was asked for, and its seal. */
export function SnapshotFiles({ snapshot }: { readonly snapshot: Snapshot }) {
  const dataFile = useDataFile();
  const columns = useSealedColumns();
  const definitions = useSealedDefinitions(snapshot.figures);
  const source = useSealSource(snapshot);
  const { name, number, figures, asOf, seal, sealBefore, content } = snapshot;
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
        const about = { asOf, source, definitions };
        download(
          `${fileName}.${format}`,
          await dataFile(format, { title: name, columns, rows: figures, about }),
        );
      }}
      button={{ variant: 'default' }}
    />
  );
}

/** Money in whole units, as everywhere in files for reading. */
function inUnit(amount: number | null | undefined, unit: Unit | null): number | null {
  return amount == null || unit === null ? null : fileAmount(amount, unit);
}

/** What was sealed of each figure: numbers with what they are in, and what they were asked for with. */
function useSealedColumns(): readonly Column<Sealed>[] {
  const intl = useIntl();
  const { word } = useWords();
  const unitWords = (unit: Unit) => intl.formatMessage({ id: `figure.unit.${unit}` });
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
    column('indicator', ({ words, definition }) => (words ?? definition).name),
    column('id', ({ definition }) => definition.id),
    column('version', ({ definition }) => definition.version),
    column('value', (figure) => inUnit(figure.sealed?.value, unitsOfSealed(figure).value)),
    column('unit', (figure) => unitWords(unitsOfSealed(figure).value)),
    column('lower', (figure) => inUnit(figure.sealed?.interval?.lower, unitsOfSealed(figure).value)),
    column('upper', (figure) => inUnit(figure.sealed?.interval?.upper, unitsOfSealed(figure).value)),
    column('worst', ({ bounds }) => bounds?.worst),
    column('best', ({ bounds }) => bounds?.best),
    column(
      'caution',
      ({ bounds }) => bounds?.caution && intl.formatMessage({ id: `figure.caution.${bounds.caution}` }),
    ),
    column('spreadLower', ({ sealed }) => sealed?.spread?.lower),
    column('spreadUpper', ({ sealed }) => sealed?.spread?.upper),
    column('numerator', (figure) => inUnit(figure.sealed?.numerator, unitsOfSealed(figure).numerator)),
    column('numeratorUnit', (figure) => unitWords(unitsOfSealed(figure).numerator)),
    column('denominator', (figure) => inUnit(figure.sealed?.denominator, unitsOfSealed(figure).denominator)),
    column('denominatorUnit', (figure) => {
      const { denominator } = unitsOfSealed(figure);
      return denominator && unitWords(denominator);
    }),
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

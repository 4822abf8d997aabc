import { addDays } from '@tandem/domain/calendar-day';
import { answeredWords } from '@tandem/ui/answered';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { FigureValue } from '@tandem/ui/FigureValue';
import { useFormat } from '@tandem/ui/format';
import { spreadWords, unknownLines } from '@tandem/ui/sureness';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { useSealedMapWords } from './sealed-map-words.ts';
import { unitsOfSealed } from './sealed-units.ts';
import type { Snapshot } from './snapshot.queries.ts';
import type { Check } from './Verdict.tsx';

interface Props {
  readonly snapshot: Snapshot;
  readonly check: Check | undefined;
}
interface Row {
  readonly key: string;
  readonly figure: Snapshot['figures'][number];
  readonly again: Check['figures'][number] | undefined;
}

/** Figures as they were sealed, beside what today's data give for the same question. */
export function SealedFigures({ snapshot, check }: Props) {
  const intl = useIntl();
  const rows = snapshot.figures.map((figure, index): Row => ({
    key: String(index),
    figure,
    again: check?.figures[index],
  }));
  return (
    <DataTable
      caption={intl.formatMessage({ id: 'snapshots.figures' })}
      columns={useColumns(snapshot.asOf)}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

/** Whether another version is in force since, so that the page has to be asked for this one. */
function isFormer({ version, formerVersions }: Row['figure']['definition']): boolean {
  return formerVersions.some((former) => former.version === version);
}

function useColumns(asOf: string): readonly Column<Row>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `snapshots.column.${id}` });
  const can = useCan();
  const mapWords = useSealedMapWords();
  /** Its interval, and of how many it was not known, as a tile says it of a figure of today. */
  const surenessOf = (figure: Row['figure']): string => {
    const { sealed, bounds, parameters } = figure;
    if (sealed == null) return '';
    const { interval, unknown, notYetObservable } = sealed;
    const between =
      interval &&
      intl.formatMessage(
        { id: 'figure.between' },
        { interval: format.interval(interval.lower, interval.upper, unitsOfSealed(figure).value) },
      );
    return [between, ...unknownLines({ unknown, notYetObservable, parameters, bounds }, intl)]
      .filter(Boolean)
      .join('; ');
  };
  const nowOf = ({ again }: Row) => (again !== undefined && 'value' in again.now ? again.now : undefined);
  return [
    {
      id: 'indicator',
      header: header('indicator'),
      wrap: true,
      cell: ({ figure: { definition, words, period, filter, parameters, valueMap } }) => (
        <>
          <Link
            to="/indicators/$metric"
            params={{ metric: definition.id }}
            search={{
              asOf,
              ...(period && { from: period.from, to: addDays(period.to, -1) }),
              ...(isFormer(definition) && { version: definition.version }),
            }}
          >
            {(words ?? definition).name}
          </Link>
          <small>
            <FormattedMessage id="snapshots.version" values={{ version: definition.version }} />
            {period && `, ${format.day(period.from)} – ${format.day(addDays(period.to, -1))}`}
            {parameters && (
              <>
                {', '}
                <FormattedMessage id="snapshots.months" values={{ months: parameters.windowMonths }} />
              </>
            )}
            {valueMap && (
              <>
                {', '}
                {can('SEE_SROI') ? (
                  <Link to="/sroi" search={{ mapVersion: valueMap.versionId }}>
                    {mapWords(valueMap)}
                  </Link>
                ) : (
                  mapWords(valueMap)
                )}
              </>
            )}
            {filter.length > 0 && (
              <>
                {', '}
                <FormattedMessage
                  id="snapshots.narrowed"
                  values={{
                    dimensions: intl.formatList(
                      filter.map(({ dimension }) =>
                        intl.formatMessage({ id: `vocabulary.Dimension.${dimension}` }),
                      ),
                    ),
                  }}
                />
              </>
            )}
          </small>
        </>
      ),
      text: ({ figure: { words, definition } }) => (words ?? definition).name,
    },
    {
      id: 'sealed',
      header: header('sealed'),
      align: 'right',
      wrap: true,
      cell: ({ figure }) => {
        const { sealed } = figure;
        if (sealed == null) return '–';
        const { value: unit } = unitsOfSealed(figure);
        return (
          <div>
            <strong>
              <FigureValue value={sealed.value} unit={unit} denominator={sealed.denominator} />
            </strong>
            {unit === 'RATIO' && (
              <small>
                <FormattedMessage id="figure.perEuro" />
              </small>
            )}
            {surenessOf(figure) !== '' && <small>{surenessOf(figure)}</small>}
            {sealed.spread && <small>{spreadWords(sealed.spread, intl)}</small>}
          </div>
        );
      },
      text: ({ figure }) => figure.sealed?.value ?? null,
    },
    {
      id: 'counts',
      header: header('counts'),
      align: 'right',
      wrap: true,
      cell: ({ figure }) => {
        const { sealed } = figure;
        const { numerator, denominator } = unitsOfSealed(figure);
        if (sealed?.denominator == null || denominator === null) return '';
        return (
          <div>
            {`${format.value(sealed.numerator, numerator)} / ${format.value(sealed.denominator, denominator)}`}
            {sealed.asked != null && (
              <small>{answeredWords([{ denominator: sealed.denominator, asked: sealed.asked }], intl)}</small>
            )}
          </div>
        );
      },
      text: ({ figure }) => figure.sealed?.numerator ?? null,
    },
    {
      id: 'now',
      header: header('now'),
      align: 'right',
      cell: (row) => {
        const now = nowOf(row);
        return now === undefined ? (
          '–'
        ) : (
          <FigureValue value={now.value} unit={row.figure.definition.unit} denominator={now.denominator} />
        );
      },
      text: (row) => nowOf(row)?.value ?? null,
    },
    {
      id: 'same',
      header: header('same'),
      cell: ({ again }) =>
        again === undefined ? null : (
          <Status tone={again.same ? 'good' : 'warn'}>
            <FormattedMessage
              id={
                again.same
                  ? 'snapshots.isSame'
                  : again.sameCalculation
                    ? 'snapshots.isOther'
                    : 'snapshots.isOtherlyCounted'
              }
            />
          </Status>
        ),
      text: ({ again }) => (again === undefined ? null : String(again.same)),
    },
  ];
}

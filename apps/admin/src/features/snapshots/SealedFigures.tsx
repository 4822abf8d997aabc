import { addDays } from '@tandem/domain/calendar-day';
import { answeredWords } from '@tandem/ui/answered';
import type { Column } from '@tandem/ui/column';
import { DataTable } from '@tandem/ui/DataTable';
import { FigureValue } from '@tandem/ui/FigureValue';
import type { Figure } from '@tandem/ui/figure';
import { useFormat, type Unit } from '@tandem/ui/format';
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
type Counts = Pick<Figure, 'numerator' | 'denominator'>;
type Sure = Pick<Figure, 'interval' | 'unknown' | 'notYetObservable' | 'parameters' | 'bounds'>;

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
  const surenessOf = ({ interval, ...open }: Sure, unit: Unit): string => {
    const between =
      interval &&
      intl.formatMessage(
        { id: 'figure.between' },
        { interval: format.interval(interval.lower, interval.upper, unit) },
      );
    return [between, ...unknownLines(open, intl)].filter(Boolean).join('; ');
  };
  /** Out of what it was counted; nothing of what is no share of anything. */
  const countsOf = (figure: Row['figure'], { numerator, denominator }: Counts): string => {
    const units = unitsOfSealed(figure);
    return denominator == null || units.denominator === null
      ? ''
      : `${format.value(numerator, units.numerator)} / ${format.value(denominator, units.denominator)}`;
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
        const { sealed, parameters, bounds } = figure;
        if (sealed == null) return '–';
        const { value: unit } = unitsOfSealed(figure);
        const sureness = surenessOf({ ...sealed, parameters, bounds }, unit);
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
            {sureness !== '' && <small>{sureness}</small>}
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
        if (sealed?.denominator == null) return '';
        return (
          <div>
            {countsOf(figure, sealed)}
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
      wrap: true,
      cell: (row) => {
        const now = nowOf(row);
        if (now === undefined) return '–';
        const { figure, again } = row;
        const { unit } = figure.definition;
        const change = figure.sealed == null ? 0 : now.value - figure.sealed.value;
        // What is other than it was sealed may round to the same value: its parts tell it.
        const parts =
          again?.same === false
            ? [
                change === 0 ? '' : format.difference(change, unit),
                countsOf(figure, now),
                surenessOf(now, unit),
              ]
            : [];
        return (
          <div>
            <FigureValue value={now.value} unit={unit} denominator={now.denominator} />
            {parts
              .filter((part) => part !== '')
              .map((part) => (
                <small key={part}>{part}</small>
              ))}
          </div>
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

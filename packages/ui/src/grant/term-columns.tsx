import type { CalendarDay } from '@tandem/domain/calendar-day';
import { useIntl } from 'react-intl';
import { Status } from '../feedback/Status.tsx';
import { useFormat } from '../i18n/format.ts';
import { useWords } from '../i18n/words.ts';
import type { Column } from '../table/column.ts';
import { ConditionState } from './ConditionState.tsx';
import { measuredOf, useConditionWords, type AnyCondition } from './condition-words.ts';
import { TermState, useWaiting } from './TermState.tsx';

type Maybe<T> = T | null | undefined;

interface Condition extends AnyCondition {
  readonly text: string;
  /** Of one in words: since when it is met. */
  readonly metOn?: Maybe<CalendarDay>;
}
interface Instalment {
  readonly dueOn: CalendarDay;
  readonly amountCents: number;
  readonly receivedOn?: Maybe<CalendarDay>;
}
interface Deadline {
  readonly dueOn: CalendarDay;
  readonly text: string;
  readonly sentOn?: Maybe<CalendarDay>;
}

interface Options {
  /** Whose terms they are. */
  readonly grant: { readonly reference: string; readonly funder: { readonly name: string } };
  /** Who reads them: the funder itself, or the programme's staff. */
  readonly reader: 'funder' | 'staff';
}

/** The columns of what was agreed of a grant, on pages and in files: each says who owes it to whom, and whether it is done. */
export function useTermColumns({ grant: { reference, funder }, reader }: Options) {
  const intl = useIntl();
  const format = useFormat();
  const waitingOf = useWaiting();
  const conditions = useConditionColumns();
  const words = (id: string, values?: Record<string, string>) =>
    intl.formatMessage({ id: `term.${id}` }, { reader, funder: funder.name, ...values });
  const ofGrant = <T,>(): Column<T>[] =>
    [['grant', words('grant'), reference] as const, ['funder', words('funder'), funder.name] as const].map(
      ([id, header, text]) => ({ id, header, only: 'file', cell: () => text, text: () => text }),
    );
  /** On the page the day on which it was done, or that it is to be; in files in a column each. */
  const done = <T extends { readonly dueOn: CalendarDay }>(
    kind: 'instalment' | 'report',
    dayOf: (term: T) => Maybe<CalendarDay>,
  ): Column<T>[] => {
    const standing = (term: T) =>
      dayOf(term) == null
        ? [words(`${kind}.open`), waitingOf(term.dueOn)?.words].filter(Boolean).join('; ')
        : words(`${kind}.done`);
    return [
      {
        id: 'done',
        header: words(`${kind}.doneOn`),
        cell: (term) => {
          const day = dayOf(term);
          return day == null ? (
            <TermState words={words(`${kind}.open`)} dueOn={term.dueOn} />
          ) : (
            format.day(day)
          );
        },
        text: (term) => dayOf(term) ?? null,
      },
      { id: 'standing', header: words('standing'), only: 'file', cell: standing, text: standing },
    ];
  };
  const instalments: readonly Column<Instalment>[] = [
    ...ofGrant<Instalment>(),
    {
      id: 'dueOn',
      header: words('payableOn'),
      cell: ({ dueOn }) => format.day(dueOn),
      text: ({ dueOn }) => dueOn,
    },
    {
      id: 'amount',
      header: words('amount'),
      fileHeader: words('amountInEuros'),
      align: 'right',
      as: 'money',
      cell: ({ amountCents }) => format.money(amountCents, { exact: true }),
      text: ({ amountCents }) => amountCents / 100,
    },
    ...done<Instalment>('instalment', ({ receivedOn }) => receivedOn),
  ];
  const deadlines: readonly Column<Deadline>[] = [
    ...ofGrant<Deadline>(),
    {
      id: 'report',
      header: words('report'),
      wrap: true,
      cell: ({ text }) => text,
      text: ({ text }) => text,
    },
    {
      id: 'dueOn',
      header: words('dueOn'),
      cell: ({ dueOn }) => format.day(dueOn),
      text: ({ dueOn }) => dueOn,
    },
    ...done<Deadline>('report', ({ sentOn }) => sentOn),
  ];
  return { conditions: [...ofGrant<Condition>(), ...conditions], instalments, deadlines };
}

/** What is to be reached, whether it is, and in files the figure by which that is said, number by number. */
function useConditionColumns(): readonly Column<Condition>[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const say = useConditionWords();
  const words = (id: string, values?: Record<string, string>) =>
    intl.formatMessage({ id: `term.${id}` }, values);
  const inFile = (
    id: string,
    header: string,
    text: (condition: Condition) => Maybe<string | number>,
  ): Column<Condition> => ({
    id,
    header,
    only: 'file',
    cell: () => null,
    text: (condition) => text(condition) ?? null,
  });
  const byWord = ({ metOn }: Condition) =>
    metOn == null ? words('notMet') : words('met', { day: format.day(metOn) });
  return [
    {
      id: 'text',
      header: words('condition'),
      wrap: true,
      cell: ({ text }) => text,
      text: ({ text }) => text,
    },
    {
      id: 'goal',
      header: words('target'),
      only: 'page',
      cell: (condition) => {
        const measured = measuredOf(condition);
        return measured === undefined ? words('byWord') : say.target(measured);
      },
      text: () => null,
    },
    inFile('measure', words('measure'), ({ measure }) =>
      measure == null ? words('byWord') : word('ConditionMeasure', measure),
    ),
    inFile('target', words('target'), ({ target }) => target),
    inFile(
      'unit',
      words('unit'),
      ({ measure }) =>
        measure && intl.formatMessage({ id: `figure.unit.${measure === 'DUOS_STARTED' ? 'COUNT' : 'RATE'}` }),
    ),
    {
      id: 'dueOn',
      header: words('dueOn'),
      cell: ({ dueOn }) => (dueOn == null ? words('wholeTime') : format.day(dueOn)),
      text: ({ dueOn }) => dueOn ?? null,
    },
    {
      id: 'state',
      header: words('standing'),
      only: 'page',
      wrap: true,
      cell: (condition) => {
        const measured = measuredOf(condition);
        if (measured !== undefined) return <ConditionState condition={measured} />;
        return condition.metOn == null ? (
          <TermState words={byWord(condition)} dueOn={condition.dueOn} />
        ) : (
          <Status tone="good">{byWord(condition)}</Status>
        );
      },
      text: () => null,
    },
    inFile('standing', words('standing'), (condition) => {
      const measured = measuredOf(condition);
      return measured === undefined ? byWord(condition) : say.verdict(measured);
    }),
    inFile('value', words('figure'), ({ progress }) => progress?.value),
    inFile('numerator', words('numerator'), ({ progress }) => progress?.numerator),
    inFile('denominator', words('denominator'), ({ progress }) => progress?.denominator),
    inFile('lower', words('lower'), ({ progress }) => progress?.interval?.lower),
    inFile('upper', words('upper'), ({ progress }) => progress?.interval?.upper),
    inFile('asOf', words('asOf'), ({ progress }) => progress?.asOf),
    inFile('definition', intl.formatMessage({ id: 'figure.definition' }), ({ progress }) => {
      if (progress == null) return null;
      const { id, version } = progress.figure.definition;
      return `${id} ${intl.formatMessage({ id: 'figure.version' }, { version })}`;
    }),
    inFile('said', words('said'), (condition) => {
      const measured = measuredOf(condition);
      return measured && say.figure(measured);
    }),
  ];
}

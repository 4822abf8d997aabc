import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useViewer } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Grant } from './grant-values.ts';

type Condition = Grant['conditions'][number];
type Instalment = Grant['instalments'][number];
type Deadline = Grant['deadlines'][number];

/** The columns of what was agreed of a grant. */
export function useTermColumns() {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const { word } = useWords();
  const header = (id: string) => intl.formatMessage({ id: `grant.field.${id}` });
  const day = (value: string | null | undefined) => (value == null ? '' : format.day(value));
  const inUnit = (measure: Condition['measure'], value: number) =>
    measure === 'DUOS_STARTED' ? format.number(value) : format.percent(value, 1);
  const dayOrOpen = (done: string | null | undefined, dueOn: string) =>
    done != null ? (
      day(done)
    ) : (
      <Status tone={dueOn < today ? 'bad' : 'neutral'}>
        <FormattedMessage id={dueOn < today ? 'grant.overdue' : 'grant.notYet'} />
      </Status>
    );
  const dueOn = <T extends { readonly dueOn?: string | null }>(): Column<T> => ({
    id: 'dueOn',
    header: header('dueOn'),
    cell: (row) => day(row.dueOn),
    text: (row) => row.dueOn ?? null,
  });
  const conditions: readonly Column<Condition>[] = [
    { id: 'text', header: header('text'), wrap: true, cell: ({ text }) => text, text: ({ text }) => text },
    {
      id: 'target',
      header: header('target'),
      cell: ({ measure, target }) =>
        measure == null || target == null
          ? ''
          : `${word('ConditionMeasure', measure)} ≥ ${inUnit(measure, target)}`,
      text: ({ target }) => target ?? null,
    },
    dueOn(),
    {
      id: 'progress',
      header: header('progress'),
      cell: ({ measure, progress, metOn }) =>
        progress != null ? (
          <Status tone={progress.reached ? 'good' : 'warn'}>
            <FormattedMessage
              id={progress.reached ? 'grant.reached' : 'grant.notReached'}
              values={{ value: inUnit(measure, progress.value), day: day(progress.asOf) }}
            />
          </Status>
        ) : metOn != null ? (
          <Status tone="good">
            <FormattedMessage id="grant.met" values={{ day: day(metOn) }} />
          </Status>
        ) : (
          <FormattedMessage id={measure == null ? 'grant.notYet' : 'grant.nothingToCount'} />
        ),
      text: ({ progress, metOn }) => progress?.value ?? metOn ?? null,
    },
  ];
  const instalments: readonly Column<Instalment>[] = [
    dueOn(),
    {
      id: 'amount',
      header: header('amount'),
      align: 'right',
      cell: ({ amountCents }) => format.money(amountCents, { exact: true }),
      text: ({ amountCents }) => amountCents / 100,
    },
    {
      id: 'receivedOn',
      header: header('receivedOn'),
      cell: (row) => dayOrOpen(row.receivedOn, row.dueOn),
      text: ({ receivedOn }) => receivedOn ?? null,
    },
  ];
  const deadlines: readonly Column<Deadline>[] = [
    dueOn(),
    {
      id: 'report',
      header: header('report'),
      wrap: true,
      cell: ({ text }) => text,
      text: ({ text }) => text,
    },
    {
      id: 'sentOn',
      header: header('sentOn'),
      cell: (row) => dayOrOpen(row.sentOn, row.dueOn),
      text: ({ sentOn }) => sentOn ?? null,
    },
  ];
  return { conditions, instalments, deadlines };
}

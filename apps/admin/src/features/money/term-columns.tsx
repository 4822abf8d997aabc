import type { Column } from '@tandem/ui/column';
import { ConditionState } from '@tandem/ui/ConditionState';
import { measuredOf, useConditionWords } from '@tandem/ui/condition-words';
import { useFormat } from '@tandem/ui/format';
import { Status } from '@tandem/ui/Status';
import { useViewer } from '@tandem/ui/viewer';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Grant } from './grant-values.ts';

type Condition = Grant['conditions'][number];
type Instalment = Grant['instalments'][number];
type Deadline = Grant['deadlines'][number];

/** The columns of what was agreed of a grant. */
export function useTermColumns({ funder }: Pick<Grant, 'funder'>) {
  const intl = useIntl();
  const format = useFormat();
  const { today } = useViewer();
  const say = useConditionWords();
  const header = (id: string) => intl.formatMessage({ id: `grant.field.${id}` });
  const day = (value: string | null | undefined) => (value == null ? '' : format.day(value));
  const dayOrOpen = (done: string | null | undefined, dueOn: string, open: 'toReceive' | 'toSend') =>
    done != null ? (
      day(done)
    ) : (
      <Status tone={dueOn < today ? 'bad' : 'neutral'}>
        <FormattedMessage
          id={dueOn < today ? `grant.${open}Overdue` : `grant.${open}`}
          values={{ funder: funder.name }}
        />
      </Status>
    );
  const dueOn = <T extends { readonly dueOn?: string | null }>(id = 'dueOn'): Column<T> => ({
    id: 'dueOn',
    header: header(id),
    cell: (row) => day(row.dueOn),
    text: (row) => row.dueOn ?? null,
  });
  const conditions: readonly Column<Condition>[] = [
    { id: 'text', header: header('text'), wrap: true, cell: ({ text }) => text, text: ({ text }) => text },
    {
      id: 'target',
      header: header('target'),
      cell: (condition) => {
        const measured = measuredOf(condition);
        return measured === undefined ? '' : say.target(measured);
      },
      text: ({ target }) => target ?? null,
    },
    dueOn(),
    {
      id: 'progress',
      header: header('progress'),
      wrap: true,
      cell: (condition) => {
        const measured = measuredOf(condition);
        if (measured !== undefined) return <ConditionState condition={measured} />;
        return condition.metOn == null ? (
          <FormattedMessage id="grant.notYet" />
        ) : (
          <Status tone="good">
            <FormattedMessage id="grant.met" values={{ day: day(condition.metOn) }} />
          </Status>
        );
      },
      text: ({ progress, metOn }) => progress?.value ?? metOn ?? null,
    },
  ];
  const instalments: readonly Column<Instalment>[] = [
    dueOn('payableOn'),
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
      cell: (row) => dayOrOpen(row.receivedOn, row.dueOn, 'toReceive'),
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
      cell: (row) => dayOrOpen(row.sentOn, row.dueOn, 'toSend'),
      text: ({ sentOn }) => sentOn ?? null,
    },
  ];
  return { conditions, instalments, deadlines };
}

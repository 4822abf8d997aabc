import { Checkbox } from '@mantine/core';
import type { RefusalCode } from '@tandem/domain/refusal';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { refusalOf, refusalWords } from '@tandem/ui/refusal';
import { Status } from '@tandem/ui/Status';
import { useIntl } from 'react-intl';
import type { GrantDuosQuery } from '../../gql/graphql.ts';

export type GrantDuo = NonNullable<GrantDuosQuery['grantDuos']>['duos'][number];

interface Options {
  /** The duos that the grant pays, or those that it could. */
  readonly paid: boolean;
  readonly choosing: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly can: (duo: GrantDuo) => boolean;
  readonly onToggle: (id: string) => void;
}

export function useGrantDuoColumns({
  paid,
  choosing,
  chosen,
  can,
  onToggle,
}: Options): readonly Column<GrantDuo>[] {
  const intl = useIntl();
  const format = useFormat();
  const header = (id: string) => intl.formatMessage({ id: `grant.column.${id}` });
  const why = ({ refusal }: GrantDuo) => {
    const refused: { readonly code: RefusalCode; readonly params?: unknown } | null | undefined = refusal;
    const read = refusalOf(refused == null ? null : { __typename: 'Refusal', ...refused });
    return read === undefined ? '' : refusalWords(intl, read);
  };
  const beyond = ({ beginsBefore, goesOnAfter }: GrantDuo) => {
    if (!beginsBefore && !goesOnAfter) return undefined;
    const where = beginsBefore && goesOnAfter ? 'both' : beginsBefore ? 'before' : 'after';
    return intl.formatMessage({ id: 'grant.beyond' }, { where });
  };
  return [
    ...(choosing
      ? [
          {
            id: 'choose',
            header: header('choose'),
            cell: (duo: GrantDuo) => (
              <Checkbox
                aria-label={intl.formatMessage({ id: 'grant.chooseDuo' }, { reference: duo.reference })}
                checked={chosen.has(duo.id) && can(duo)}
                disabled={!can(duo)}
                onChange={() => onToggle(duo.id)}
              />
            ),
            text: () => null,
          },
        ]
      : []),
    {
      id: 'duo',
      header: header('duo'),
      cell: ({ reference }) => reference,
      text: ({ reference }) => reference,
    },
    {
      id: 'branch',
      header: header('branch'),
      cell: ({ branch }) => branch.name,
      text: ({ branch }) => branch.name,
    },
    {
      id: 'course',
      header: header('course'),
      cell: (duo) => (
        <>
          {format.day(duo.startedOn)} – {duo.closedOn == null ? '…' : format.day(duo.closedOn)}
          {beyond(duo) !== undefined && (
            <>
              {' '}
              <Status tone="warn">{beyond(duo)}</Status>
            </>
          )}
        </>
      ),
      text: (duo) => [`${duo.startedOn}/${duo.closedOn ?? ''}`, beyond(duo) ?? ''].join(' ').trim(),
    },
    {
      id: 'share',
      header: header(paid ? 'own' : 'free'),
      align: 'right',
      cell: ({ own, taken }) => format.percent(paid ? own : 1 - own - taken, 2),
      text: ({ own, taken }) => (paid ? own : 1 - own - taken),
    },
    ...(paid
      ? [
          {
            id: 'cost',
            header: header('cost'),
            align: 'right' as const,
            as: 'money' as const,
            cell: ({ cost }: GrantDuo) => (cost == null ? '–' : format.money(cost.cents, { exact: true })),
            text: ({ cost }: GrantDuo) => (cost == null ? null : cost.cents / 100),
          },
        ]
      : []),
    ...(paid ? [] : [{ id: 'why', header: header('why'), wrap: true as const, cell: why, text: why }]),
  ];
}

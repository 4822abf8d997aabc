import { Anchor, Checkbox } from '@mantine/core';
import type { RefusalCode } from '@tandem/domain/refusal';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { refusalOf, refusalWords } from '@tandem/ui/refusal';
import { Status } from '@tandem/ui/Status';
import { useCan } from '@tandem/ui/viewer';
import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { EarmarkPreviewQuery, GrantDuosQuery } from '../../gql/graphql.ts';

type ListedDuo = NonNullable<GrantDuosQuery['grantDuos']>['duos'][number];
type Preview = NonNullable<EarmarkPreviewQuery['earmarkPreview']>[number];

/** A duo of a list, and why the share that is typed could not be earmarked. */
export interface GrantDuo extends ListedDuo {
  readonly refusal: Preview['refusal'] | undefined;
}

export function withPreview(duos: readonly ListedDuo[], previews: readonly Preview[]): readonly GrantDuo[] {
  const refusals = new Map(previews.map(({ duoId, refusal }) => [duoId, refusal]));
  return duos.map((duo) => ({ ...duo, refusal: refusals.get(duo.id) }));
}

/** The duos that the grant pays, those of them that go beyond its period, and those that it could pay. */
export type GrantDuoListName = 'paid' | 'beyond' | 'free';

interface Options {
  /** The duos that the grant pays, or those that it could. */
  readonly paid: boolean;
  readonly choosing: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly free: (duo: GrantDuo) => boolean;
  readonly onToggle: (id: string) => void;
  /** Opens what a duo cost, for who may see it. */
  readonly onOpen: ((duo: GrantDuo) => void) | undefined;
}

export function useGrantDuoColumns({
  paid,
  choosing,
  chosen,
  free,
  onToggle,
  onOpen,
}: Options): readonly Column<GrantDuo>[] {
  const intl = useIntl();
  const format = useFormat();
  const can = useCan();
  const { word } = useWords();
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
  const filed = (id: string, text: Column<GrantDuo>['text']): Column<GrantDuo>[] => [
    { id, header: header(id), only: 'file', cell: text, text },
  ];
  return [
    ...(choosing
      ? [
          {
            id: 'choose',
            header: header('choose'),
            cell: (duo: GrantDuo) => (
              <Checkbox
                aria-label={intl.formatMessage({ id: 'grant.chooseDuo' }, { reference: duo.reference })}
                checked={chosen.has(duo.id) && free(duo)}
                disabled={!free(duo)}
                onChange={() => onToggle(duo.id)}
              />
            ),
            only: 'page' as const,
            text: () => null,
          },
        ]
      : []),
    {
      id: 'duo',
      header: header('duo'),
      cell: (duo) =>
        onOpen === undefined ? (
          duo.reference
        ) : (
          <Anchor component="button" type="button" size="sm" onClick={() => onOpen(duo)}>
            {duo.reference}
          </Anchor>
        ),
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
      only: 'page',
      text: () => null,
    },
    ...filed('startedOn', ({ startedOn }) => startedOn),
    ...filed('closedOn', ({ closedOn }) => closedOn ?? null),
    ...(can('SEE_DUOS')
      ? filed('closureReason', ({ closureReason }) =>
          closureReason == null ? null : word('ClosureReason', closureReason),
        )
      : []),
    ...filed('beyond', (duo) => beyond(duo) ?? null),
    {
      id: 'share',
      header: header(paid ? 'own' : 'free'),
      align: 'right',
      as: 'rate',
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

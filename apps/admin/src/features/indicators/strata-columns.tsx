import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { valueColumn } from '@tandem/ui/point-columns';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';
import type { StandardisedRates } from './adjusted-rates.queries.ts';
import { useGroupLabel } from './dimensions.ts';

type Rates = Pick<StandardisedRates, 'adjustedFor' | 'groups' | 'standard'>;
type Stratum = Rates['standard'][number];
type Part = Stratum['groups'][number];

/** So many are named one by one. */
const MOST_NAMED = 3;

/** Strata of a standard population in words: what each is, and where a rate hangs on too few people. */
export function useStratumWords(by: Dimension, rates: Rates | undefined) {
  const intl = useIntl();
  const format = useFormat();
  const labelOf = useGroupLabel();
  const nameOf = (keys: readonly string[]) =>
    keys.length === 1 && keys[0] === 'COLLAPSED'
      ? intl.formatMessage({ id: 'adjusted.together' })
      : keys.map((key, place) => labelOf(rates?.adjustedFor[place] ?? by, { key, label: key })).join(', ');
  const groupOf = (key: string) => {
    const group = rates?.groups.find((one) => one.key === key);
    return labelOf(by, group ?? { key, label: key });
  };
  const thin = (rates?.standard ?? []).flatMap((stratum) =>
    stratum.groups
      .filter(({ isThin }) => isThin)
      .map(({ key, denominator }) =>
        intl.formatMessage(
          { id: 'adjusted.thinOne' },
          {
            group: groupOf(key),
            stratum: nameOf(stratum.keys),
            count: denominator,
            share: format.percent(stratum.share),
          },
        ),
      ),
  );
  const more = thin.length - MOST_NAMED;
  const named =
    more > 0
      ? [...thin.slice(0, MOST_NAMED), intl.formatMessage({ id: 'adjusted.thinMore' }, { count: more })]
      : thin;
  return {
    nameOf,
    groupOf,
    /** Undefined where no rate hangs on few. */
    warning:
      thin.length === 0
        ? undefined
        : intl.formatMessage({ id: 'adjusted.thin' }, { strata: named.join(' · ') }),
  };
}

/** Strata with their weight in the standard, and whom each group has in them; of few people a count, not a share. */
export function useStrataColumns(by: Dimension, rates: Rates): Column<Stratum>[] {
  const intl = useIntl();
  const format = useFormat();
  const { nameOf, groupOf } = useStratumWords(by, rates);
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const stratum = ({ keys }: Stratum) => nameOf(keys);
  const thinIn = ({ groups }: Stratum) =>
    intl.formatList(groups.filter(({ isThin }) => isThin).map(({ key }) => groupOf(key)));
  const ofGroup = (key: string): Column<Stratum>[] => {
    const part = ({ groups }: Stratum) => groups.find((one) => one.key === key);
    const group = groupOf(key);
    const number = (id: string, value: (of: Part) => number | null, as?: 'rate'): Column<Stratum> => ({
      id: `${key}-${id}`,
      header: words(`adjusted.strata.${id}`, { group }),
      only: 'file',
      as,
      cell: () => null,
      text: (row) => {
        const own = part(row);
        return own === undefined ? null : value(own);
      },
    });
    return [
      {
        id: key,
        header: group,
        align: 'right',
        only: 'page',
        cell: (row) => partWords(part(row)),
        text: () => null,
      },
      number('numerator', ({ numerator }) => numerator),
      number('denominator', ({ denominator }) => denominator),
      number('rate', (own) => (own.wording === 'SHARE' ? own.numerator / own.denominator : null), 'rate'),
    ];
  };
  const partWords = (part: Part | undefined) => {
    if (part === undefined || part.denominator === 0) return '–';
    const { numerator, denominator, wording } = part;
    const count = words('figure.ofMany', {
      count: format.number(numerator),
      total: format.number(denominator),
    });
    return wording === 'SHARE'
      ? words('adjusted.strata.share', { count, share: format.value(numerator / denominator, 'RATE') })
      : count;
  };
  return [
    {
      id: 'stratum',
      header: words('adjusted.strata.stratum'),
      fixed: true,
      wrap: true,
      cell: stratum,
      text: stratum,
    },
    valueColumn<Stratum>('weight', words('adjusted.strata.weight'), 'RATE', format, ({ share }) => share),
    valueColumn<Stratum>('size', words('adjusted.strata.size'), 'COUNT', format, ({ size }) => size),
    ...rates.groups.flatMap(({ key }) => ofGroup(key)),
    {
      id: 'thin',
      header: words('adjusted.strata.thin'),
      wrap: true,
      cell: thinIn,
      text: (row) => thinIn(row) || null,
    },
  ];
}

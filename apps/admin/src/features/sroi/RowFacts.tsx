import { FactList } from '@tandem/ui/FactList';
import { useFormat } from '@tandem/ui/format';
import { useNumberWords } from '@tandem/ui/use-number-words';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Row } from './sroi.queries.ts';

interface Props {
  readonly row: Row;
  readonly counts: readonly { readonly value: string; readonly label: string }[];
}

/** What a locked row is about, on what it stands and how sure it is, to be read. */
export function RowFacts({ row, counts }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const numberWords = useNumberWords();
  const { word } = useWords();
  const field = (id: string) => intl.formatMessage({ id: `field.${id}` });
  return (
    <FactList
      facts={[
        [field('outcome'), row.outcome],
        [field('stakeholder'), word('Stakeholder', row.stakeholder)],
        [
          field('quantity'),
          row.quantityMetric == null
            ? numberWords('quantity', row.quantity)
            : `${numberWords('quantity', row.quantity)} · ${counts.find(({ value }) => value === row.quantityMetric)?.label ?? row.quantityMetric}`,
        ],
        [
          field('proxy'),
          `${format.money(row.proxy.cents)}${row.proxyUnit == null ? '' : ` · ${row.proxyUnit}`} · ${row.proxyCountry} ${row.proxyYear}`,
        ],
        [field('proxySource'), row.proxySource ?? intl.formatMessage({ id: 'sroi.noSource' })],
        [field('evidenceGrade'), word('EvidenceGrade', row.evidenceGrade)],
        ...(row.priceIndex == null
          ? []
          : ([
              [
                intl.formatMessage({ id: 'sroi.priceIndex' }),
                `${row.priceIndex.name}: ${format.number(row.priceIndex.from, 2)} → ${format.number(row.priceIndex.to, 2)} (${row.priceIndex.year})`,
              ],
            ] as const)),
        ...row.ranges.map(
          ({ parameter, low, high, distribution }) =>
            [
              intl.formatMessage({ id: 'sroi.rangeOf' }, { field: field(parameter) }),
              <FormattedMessage
                key={parameter}
                id="sroi.range"
                values={{
                  low: numberWords(parameter, low),
                  high: numberWords(parameter, high),
                  distribution: word('Distribution', distribution),
                }}
              />,
            ] as const,
        ),
        ...(row.note == null ? [] : ([[field('note'), row.note]] as const)),
      ]}
    />
  );
}

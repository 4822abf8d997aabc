import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';

interface Props {
  readonly figures: readonly {
    readonly result: FigureResult;
    /** Among how many those are of whom it is not known. */
    readonly among: number | null;
  }[];
}

/**
 * Of how many it is not known whether they count, in which of the groups least and most, and what the rate makes of them: of
 * exits they stand among those without, so that a group that was followed less has a lower rate for that alone; other rates
 * are about the others.
 */
export function ComparedUnknown({ figures }: Props) {
  const format = useFormat();
  const counted = figures.flatMap(({ among, result }) =>
    result.__typename === 'Figure' && among !== null && among > 0
      ? [{ among, unknown: result.unknown ?? 0, isAbout: result.denominator ?? 0 }]
      : [],
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const unknown = sum(counted.map((one) => one.unknown));
  if (unknown === 0) return null;
  const shares = counted.map((one) => one.unknown / one.among);
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => format.percent(share));
  return (
    <Text role="note" mb="lg">
      <FormattedMessage
        id="comparison.unknown"
        values={{
          count: unknown,
          unknown: format.number(unknown),
          total: format.number(sum(counted.map(({ among }) => among))),
          leftOut: counted.some(({ among, isAbout }) => among > isAbout),
          least,
          most,
          same: least === most ? 'yes' : 'no',
        }}
      />
    </Text>
  );
}

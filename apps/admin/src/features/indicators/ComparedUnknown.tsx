import type { FigureResult } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { Text } from '@mantine/core';
import { FormattedMessage } from 'react-intl';

/**
 * Of how many it is not known whether they count, and in which of the groups least and most: they stand among those that do
 * not, so that a group that was followed less has a lower rate for that alone.
 */
export function ComparedUnknown({ results }: { readonly results: readonly FigureResult[] }) {
  const format = useFormat();
  const figures = results.filter((result) => result.__typename === 'Figure');
  const unknown = figures.reduce((sum, figure) => sum + (figure.unknown ?? 0), 0);
  if (unknown === 0) return null;
  const total = figures.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  const shares = figures.map(({ unknown, denominator }) =>
    denominator == null || denominator === 0 ? 0 : (unknown ?? 0) / denominator,
  );
  const [least, most] = [Math.min(...shares), Math.max(...shares)].map((share) => format.percent(share));
  return (
    <Text role="note" mb="lg">
      <FormattedMessage
        id="comparison.unknown"
        values={{
          count: unknown,
          unknown: format.number(unknown),
          total: format.number(total),
          least,
          most,
          same: least === most ? 'yes' : 'no',
        }}
      />
    </Text>
  );
}

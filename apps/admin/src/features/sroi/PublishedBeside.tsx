import { Text } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { Version } from './sroi.queries.ts';

/** What a published version came to with the quantities of its day, beside those of today. */
export function PublishedBeside({ version }: { readonly version: Version }) {
  const format = useFormat();
  const { publishedResult: result, publishedAsOf: day, publishedInvestment: investment } = version;
  if (result?.grossRatio == null || result.netRatio == null || day == null || investment == null) return null;
  return (
    <Text size="sm" mb="sm">
      <FormattedMessage
        id="sroi.publishedBeside"
        values={{
          day: format.day(day),
          gross: format.value(result.grossRatio, 'RATIO'),
          net: format.value(result.netRatio, 'RATIO'),
          investment: format.money(investment.cents),
        }}
      />
    </Text>
  );
}

import type { About } from '@tandem/ui/about';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';
import type { StandardisedRates } from './adjusted-rates.queries.ts';
import { useStrataColumns } from './strata-columns.tsx';

interface Props {
  readonly by: Dimension;
  readonly rates: StandardisedRates;
  readonly fileName: string;
  readonly about: About;
}

/** What standardised rates are put together from: each stratum, its weight, and how few or many it rests on in each group. */
export function AdjustedStrata({ by, rates, fileName, about }: Props) {
  const intl = useIntl();
  const columns = useStrataColumns(by, rates);
  const title = intl.formatMessage({ id: 'adjusted.strata.title' });
  return (
    <Section folds title={title} about={intl.formatMessage({ id: 'adjusted.strata.about' })}>
      <FiledTable
        caption={title}
        columns={columns}
        rows={rates.standard}
        rowKey={({ keys }) => keys.join(' ')}
        fileName={fileName}
        about={about}
      />
    </Section>
  );
}

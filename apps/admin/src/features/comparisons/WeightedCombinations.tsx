import { Button } from '@mantine/core';
import type { About } from '@tandem/ui/about';
import { FiledTable } from '@tandem/ui/FiledTable';
import { Section } from '@tandem/ui/Section';
import { useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { useCombinationColumns } from './combination-columns.ts';
import type { Effect } from './comparison-groups.queries.ts';

/** How many the page shows at first: four characteristics can make hundreds. */
const FIRST = 10;

interface Props {
  readonly effect: Effect;
  readonly fileName: string;
  readonly about: About;
}

/** What an effect is made of: whom both sides have in each combination of characteristics, and what they weigh. */
export function WeightedCombinations({ effect, fileName, about: of }: Props) {
  const intl = useIntl();
  const [all, setAll] = useState(false);
  const columns = useCombinationColumns(effect);
  const { combinations } = effect;
  const title = intl.formatMessage({ id: 'outside.combinations' });
  const how = intl.formatMessage({ id: 'outside.combinationsAbout' });
  return (
    <Section folds title={title} about={how}>
      <FiledTable
        caption={title}
        columns={columns}
        rows={combinations}
        shown={all ? combinations : combinations.slice(0, FIRST)}
        rowKey={({ keys }) => keys.join(' ')}
        fileName={fileName}
        about={{ ...of, definition: [of.definition, how].filter(Boolean).join(' ') }}
      />
      {!all && combinations.length > FIRST && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          <FormattedMessage id="table.showAll" values={{ count: combinations.length }} />
        </Button>
      )}
    </Section>
  );
}

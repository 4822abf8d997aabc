import { FiledTable } from '@tandem/ui/FiledTable';
import type { Column } from '@tandem/ui/column';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useIntl } from 'react-intl';
import indicator from '../indicators/Indicator.module.css';
import { useCovariateWords } from './covariate-words.ts';
import { SeparatedBy } from './SeparatedBy.tsx';
import type { NoEffect } from './comparison-groups.queries.ts';
import type { Asked } from './WeightedEffect.tsx';

type OneSided = NoEffect['oneSided'][number];

interface Props {
  readonly answer: NoEffect;
  readonly asked: Asked;
}

/** Why nothing is said, and what only one of the groups has. */
export function NoWeightedEffect({ answer, asked }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const nameOf = useCovariateWords();
  const { reason, treated, comparison, oneSided } = answer;
  const words = (id: string, values?: Record<string, string | number>) => intl.formatMessage({ id }, values);
  const count = (id: string, header: string, value: (row: OneSided) => number): Column<OneSided> => ({
    id,
    header,
    align: 'right',
    cell: (row) => format.number(value(row)),
    text: value,
  });
  return (
    <>
      <p className={indicator.sentence}>
        {words(`outside.none.${reason}`, {
          months: asked.months,
          group: asked.group.name,
          treated,
          comparison,
        })}
      </p>
      <SeparatedBy answer={answer} asked={asked} />
      {oneSided.length > 0 && (
        <Section title={words('outside.oneSided')}>
          <FiledTable
            caption={words('outside.oneSided')}
            columns={[
              { id: 'value', header: words('outside.value'), fixed: true, cell: nameOf, text: nameOf },
              count('treated', words('outside.treated'), (row) => row.treated),
              count('comparison', words('outside.comparison'), (row) => row.comparison),
            ]}
            rows={oneSided}
            rowKey={({ covariate, value }) => `${covariate}-${value}`}
            fileName="one-sided"
          />
        </Section>
      )}
    </>
  );
}

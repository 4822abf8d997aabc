import { useWords } from '@tandem/ui/words';
import { useIntl } from 'react-intl';
import type { Dimension } from '../../gql/graphql.ts';
import { useGroupLabel } from '../indicators/dimensions.ts';

interface CovariateValue {
  readonly covariate: Dimension;
  readonly value: string;
}

/** A value of a covariate in words: "Gender: Woman". */
export function useCovariateWords() {
  const intl = useIntl();
  const { word } = useWords();
  const labelOf = useGroupLabel();
  return ({ covariate, value }: CovariateValue) =>
    intl.formatMessage(
      { id: 'about.line' },
      { name: word('Dimension', covariate), value: labelOf(covariate, { key: value, label: value }) },
    );
}

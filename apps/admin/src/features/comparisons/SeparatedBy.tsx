import { Button } from '@mantine/core';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Comparisons.module.css';
import type { NoEffect } from './comparison-groups.queries.ts';
import { useCovariateWords } from './covariate-words.ts';
import type { Asked } from './WeightedEffect.tsx';

const route = getRouteApi('/indicators/comparison/groups');

interface Props {
  readonly answer: NoEffect;
  readonly asked: Asked;
}

/** Which values keep the groups apart, and the way on without their characteristics. */
export function SeparatedBy({ answer: { reason, oneSided, helpsWithout }, asked }: Props) {
  const intl = useIntl();
  const { word } = useWords();
  const nameOf = useCovariateWords();
  const navigate = route.useNavigate();
  // For both groups together nobody can be left out: each such value is enough to keep them apart.
  const causes =
    reason === 'SEPARATED' && asked.estimand === 'ALL'
      ? oneSided
      : oneSided.filter(({ covariate }) => helpsWithout.includes(covariate));
  if (causes.length === 0) return null;
  const values = causes.map(({ treated, comparison, ...value }) =>
    intl.formatMessage({ id: 'outside.causeValue' }, { value: nameOf(value), treated, comparison }),
  );
  const covariates = asked.covariates.filter((covariate) => !helpsWithout.includes(covariate));
  return (
    <>
      <p className={classes.cause}>
        <FormattedMessage
          id="outside.cause"
          values={{
            count: causes.length,
            values: intl.formatList(values),
            estimand: asked.estimand,
          }}
        />
      </p>
      {helpsWithout.length > 0 && (
        <Button
          variant="default"
          mb="lg"
          onClick={() =>
            void navigate({ search: (before) => ({ ...before, covariates }), resetScroll: false })
          }
        >
          <FormattedMessage
            id="outside.weighWithout"
            values={{ covariates: intl.formatList(helpsWithout.map((each) => word('Dimension', each))) }}
          />
        </Button>
      )}
    </>
  );
}

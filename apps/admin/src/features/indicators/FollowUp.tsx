import { Alert } from '@mantine/core';
import { isLookedFor } from '@tandem/metrics/statistics/follow-up';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import classes from './Indicator.module.css';
import type { Metric } from './indicator.queries.ts';
import { useMissingBounds } from './missing-bounds.ts';
import { useLookedUntil } from './use-looked-until.ts';
import { WINDOWS } from './windows.ts';

interface Props {
  readonly parameters: NonNullable<Metric['parameters']>;
  readonly request: FigureRequest;
}

/** Of those without an exit, how many were followed to the end of the window; plainly, where it was hardly anybody. */
export function FollowUp({ parameters, request }: Props) {
  const format = useFormat();
  const bounds = useMissingBounds(request);
  const months = request.parameters?.windowMonths ?? parameters.windowMonths;
  const lookedUntil = useLookedUntil(request, Math.max(...WINDOWS, months));
  if (bounds === undefined) return null;
  const { yes, no, unknown } = bounds;
  const without = no + unknown;
  const number = (count: number) => format.number(count);
  const words = {
    metric: request.metric,
    population: request.parameters?.population ?? parameters.population,
    months,
    until: lookedUntil ?? 0,
    total: number(yes + without),
    yes: number(yes),
    without,
    others: number(without),
    followed: no,
    known: number(no),
    unknown,
    open: number(unknown),
  };
  return (
    <div className={classes.beside}>
      <p className={classes.sentence}>
        <FormattedMessage id="follow.sentence" values={words} />
      </p>
      {!isLookedFor(no, without) && (
        <Alert color="yellow" mb="lg" role="note">
          <strong>
            <FormattedMessage id="follow.late" values={words} />
          </strong>{' '}
          <FormattedMessage id="follow.lateAbout" values={words} />
        </Alert>
      )}
    </div>
  );
}

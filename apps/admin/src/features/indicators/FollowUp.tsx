import { Alert } from '@mantine/core';
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
  const { yes, no, unknown, tooEarly, caution } = bounds;
  const without = no + unknown + tooEarly;
  const number = (count: number) => format.number(count);
  const words = {
    metric: request.metric,
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
    early: tooEarly,
    waiting: number(tooEarly),
  };
  return (
    <div className={classes.beside}>
      <p className={classes.sentence}>
        <FormattedMessage id="follow.sentence" values={words} />
      </p>
      {caution != null && (
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

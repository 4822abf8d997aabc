import { Alert } from '@mantine/core';
import { areFollowedAlike, differenceBounds } from '@tandem/metrics/statistics/missing';
import type { Figure } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { boundsWords } from '@tandem/ui/sureness';
import { FormattedMessage, useIntl } from 'react-intl';
import classes from './Indicator.module.css';

interface Props {
  readonly before: Figure;
  readonly after: Figure;
}

/** Within what two rates lie whatever is not known of either, and their difference so; plainly, where the one was followed less than the other. */
export function ChangeSureness({ before, after }: Props) {
  const intl = useIntl();
  const format = useFormat();
  if (!before.bounds && !after.bounds) return null;
  const extremesOf = ({ value, bounds }: Figure) => bounds ?? { worst: value, best: value };
  const [then, now] = [extremesOf(before), extremesOf(after)];
  const { lowest, highest } = differenceBounds(then, now);
  const points = (amount: number) => format.difference(amount, 'RATE');
  return (
    <>
      <ul className={classes.sides}>
        {[['before', before] as const, ['after', after] as const].map(
          ([side, { bounds, ...figure }]) =>
            bounds && (
              <li key={side}>
                <FormattedMessage
                  id="change.sure"
                  values={{
                    side: intl.formatMessage({ id: `change.${side}` }),
                    words: boundsWords({ ...figure, bounds }, intl),
                  }}
                />
              </li>
            ),
        )}
        <li>
          <FormattedMessage
            id="change.differenceBounds"
            values={{ lowest: points(lowest), highest: points(highest) }}
          />
        </li>
      </ul>
      {!areFollowedAlike(then, now) && (
        <Alert color="yellow" mb="lg" role="note">
          <strong>
            <FormattedMessage id="change.unlike" />
          </strong>{' '}
          <FormattedMessage
            id="change.unlikeAbout"
            values={{
              before: format.percent(then.best - then.worst),
              after: format.percent(now.best - now.worst),
              exits: after.parameters != null,
              spans: lowest <= 0 && highest >= 0,
            }}
          />
        </Alert>
      )}
    </>
  );
}

import { Alert } from '@mantine/core';
import { areFollowedAlike } from '@tandem/metrics/statistics/missing';
import type { Figure } from '@tandem/ui/figure';
import { useFormat } from '@tandem/ui/format';
import { boundsWords } from '@tandem/ui/sureness';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureChangeQuery } from '../../gql/graphql.ts';
import type { SideWords } from './change-scope.ts';
import classes from './Indicator.module.css';

interface Props {
  readonly before: Figure;
  readonly after: Figure;
  /** Within what the difference lies, where something is not known of either. */
  readonly bounds: NonNullable<FigureChangeQuery['figureChange']['difference']>['bounds'];
  readonly sides: SideWords;
}

/** Within what two rates lie whatever is not known of either, and their difference so; plainly, where the one was followed less than the other. */
export function ChangeSureness({ before, after, bounds: ofDifference, sides }: Props) {
  const intl = useIntl();
  const format = useFormat();
  if (!before.bounds && !after.bounds) return null;
  const extremesOf = ({ value, bounds }: Figure) => bounds ?? { worst: value, best: value };
  const [then, now] = [extremesOf(before), extremesOf(after)];
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
                    when: sides[side],
                    words: boundsWords({ ...figure, bounds }, intl),
                  }}
                />
              </li>
            ),
        )}
        {ofDifference && (
          <li>
            <FormattedMessage
              id="change.differenceBounds"
              values={{ lowest: points(ofDifference.lower), highest: points(ofDifference.upper) }}
            />
          </li>
        )}
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
              whenBefore: sides.before,
              whenAfter: sides.after,
              exits: after.parameters != null,
              spans: !ofDifference || (ofDifference.lower <= 0 && ofDifference.upper >= 0),
            }}
          />
        </Alert>
      )}
    </>
  );
}

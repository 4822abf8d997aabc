import { Alert } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import classes from './Indicator.module.css';
import { useMissingBounds } from './missing-bounds.ts';

/** Of how many first jobs it is known whether they lasted, which is whom the rate is about, and by what; plainly, where it is not known of many. */
export function KnownOf({ request }: { readonly request: FigureRequest }) {
  const format = useFormat();
  const bounds = useMissingBounds(request);
  if (bounds === undefined) return null;
  const { yes, no, unknown, worst, best, known, seen, caution } = bounds;
  const words = {
    total: format.number(yes + no + unknown),
    known: yes + no,
    yes,
    unknown,
    worst: format.value(worst, 'RATE'),
    best: format.value(best, 'RATE'),
    share: format.value(1 - known, 'RATE'),
    seen: seen ?? 0,
    byContract: yes - (seen ?? 0),
  };
  return (
    <div className={classes.beside}>
      {unknown > 0 && (
        <p className={classes.sentence}>
          <FormattedMessage id="sustained.sentence" values={words} />
        </p>
      )}
      {seen != null && yes > 0 && (
        <p className={classes.sentence}>
          <FormattedMessage id="sustained.seen" values={words} />
        </p>
      )}
      {caution === 'MANY_UNKNOWN' && (
        <Alert color="yellow" mb="lg" role="note">
          <strong>
            <FormattedMessage id="sustained.many" values={words} />
          </strong>{' '}
          <FormattedMessage id="sustained.manyAbout" />
        </Alert>
      )}
    </div>
  );
}

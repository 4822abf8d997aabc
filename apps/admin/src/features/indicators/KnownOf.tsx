import { Alert } from '@mantine/core';
import { useFormat } from '@tandem/ui/format';
import { FormattedMessage } from 'react-intl';
import type { FigureRequest } from '../../gql/graphql.ts';
import classes from './Indicator.module.css';
import { useMissingBounds } from './missing-bounds.ts';

/** Of how many first jobs it is known whether they lasted, which is whom the rate is about; plainly, where it is not known of many. */
export function KnownOf({ request }: { readonly request: FigureRequest }) {
  const format = useFormat();
  const bounds = useMissingBounds(request);
  if (bounds === undefined || bounds.unknown === 0) return null;
  const { yes, no, unknown, worst, best, known, caution } = bounds;
  const words = {
    total: format.number(yes + no + unknown),
    known: yes + no,
    yes,
    unknown,
    worst: format.value(worst, 'RATE'),
    best: format.value(best, 'RATE'),
    share: format.value(1 - known, 'RATE'),
  };
  return (
    <div className={classes.beside}>
      <p className={classes.sentence}>
        <FormattedMessage id="sustained.sentence" values={words} />
      </p>
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

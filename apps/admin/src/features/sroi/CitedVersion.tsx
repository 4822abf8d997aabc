import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { SroiModel } from './sroi.queries.ts';
import classes from './Sroi.module.css';
import { useCitedVersion } from './use-cited-version.ts';

/** That the public page still tells the social return of a former version, and where that is brought up to date. */
export function CitedVersion({ current }: Pick<SroiModel, 'current'>) {
  const can = useCan();
  const cited = useCitedVersion();
  if (cited === undefined || current == null || cited.id === current.id) return null;
  return (
    <p className={classes.which} role="status">
      <FormattedMessage id="sroi.stillCited" values={{ name: cited.name }} />{' '}
      {can('PUBLISH_FIGURES') && (
        <Link to="/publication">
          <FormattedMessage id="sroi.toPublication" />
        </Link>
      )}
    </p>
  );
}

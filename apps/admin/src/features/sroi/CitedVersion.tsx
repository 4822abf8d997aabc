import { useCan } from '@tandem/ui/viewer';
import { Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import type { SroiModel } from './sroi.queries.ts';
import classes from './Sroi.module.css';

interface Props extends Pick<SroiModel, 'current'> {
  /** The version whose return everybody is told. */
  readonly cited: { readonly id: string; readonly name: string } | undefined;
}

/** That the public page still tells the social return of a former version, and where that is brought up to date. */
export function CitedVersion({ current, cited }: Props) {
  const can = useCan();
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

import { FactList } from '@tandem/ui/FactList';
import { Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { Changed, Fact } from './change-reason.ts';
import classes from './Indicator.module.css';

interface Props {
  readonly changed: Changed;
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

/** What happened to a record in full: when, and on what its counting rests, old and new. */
export function ChangeDetail({ changed, sentence, facts }: Props) {
  const intl = useIntl();
  const { duo } = changed.record;
  return (
    <div className={classes.detail}>
      <p>{sentence}.</p>
      <FactList
        facts={facts.map(({ name, was, is }) => [
          name,
          was === is ? is : intl.formatMessage({ id: 'change.fromTo' }, { was, is }),
        ])}
      />
      {duo && (
        <p>
          <Link to="/duos/$id" params={{ id: duo.id }}>
            <FormattedMessage id="change.whoAndWhen" />
          </Link>
        </p>
      )}
    </div>
  );
}

import { FactList } from '@tandem/ui/FactList';
import { useIntl } from 'react-intl';
import type { Changed, Fact } from './change-reason.ts';
import classes from './Indicator.module.css';
import { RecentHistory } from './RecentHistory.tsx';

interface Props {
  readonly changed: Changed;
  readonly sentence: string;
  readonly facts: readonly Fact[];
}

/** What happened to a record in full: when, on what its counting rests, old and new, and who changed what. */
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
      {duo && <RecentHistory id={duo.id} />}
    </div>
  );
}

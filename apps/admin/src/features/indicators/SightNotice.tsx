import { useViewer } from '@tandem/ui/viewer';
import { FormattedMessage, useIntl } from 'react-intl';
import { useBranchOptions } from '../people/options.ts';
import classes from './Indicator.module.css';

interface Props {
  /** The branches that the page is asked for. */
  readonly asked?: readonly string[] | undefined;
}

/** Whose records the figures of a page are of, for who meets only those of some branches; and what a link asks beyond them. */
export function SightNotice({ asked }: Props) {
  const intl = useIntl();
  const { branches: own } = useViewer();
  const all = useBranchOptions();
  if (own == null) return null;
  const listOf = (names: readonly string[]) => intl.formatList(names, { type: 'conjunction' });
  const beyond = (asked ?? []).filter((id) => !own.some((branch) => branch.id === id));
  const nameOf = (id: string) => all.find(({ value }) => value === id)?.label ?? id;
  return (
    <p className={classes.sight} data-beyond={beyond.length > 0 || undefined} role="note">
      <FormattedMessage
        id="sight.own"
        values={{ count: own.length, branches: listOf(own.map(({ name }) => name)) }}
      />
      {beyond.length > 0 && (
        <>
          {' '}
          <FormattedMessage id="sight.beyond" values={{ branches: listOf(beyond.map(nameOf)) }} />
        </>
      )}
    </p>
  );
}

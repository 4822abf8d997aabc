import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import classes from './Page.module.css';

interface Props {
  readonly title: string;
  /** For what and as of when: one sentence under the title. */
  readonly scope?: ReactNode;
  /** The way back up, as a link. */
  readonly parent?: ReactNode;
  /** The page's one primary action, and at most a few others. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page: its title says what it shows. */
export function Page({ title, scope, parent, actions, children }: Props) {
  const intl = useIntl();
  useEffect(() => {
    document.title = `${title} · ${intl.formatMessage({ id: 'product' })}`;
  }, [title, intl]);
  return (
    <>
      <header className={classes.header}>
        <div className={classes.words}>
          {parent !== undefined && <div className={classes.parent}>{parent}</div>}
          <h1>{title}</h1>
          {scope !== undefined && <p>{scope}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </>
  );
}

import { FormattedMessage } from 'react-intl';
import classes from './Shell.module.css';

/** The product's name, and for whom this portal or page is. */
export function Wordmark({ portal }: { readonly portal: 'admin' | 'partner' | 'public' }) {
  return (
    <span className={classes.wordmark}>
      <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true">
        <circle cx="9" cy="9" r="7.5" fill="none" stroke="currentColor" strokeWidth="2.5" />
        <circle cx="17" cy="9" r="7.5" fill="none" stroke="var(--t-accent)" strokeWidth="2.5" />
      </svg>
      Tandem
      <small>
        <FormattedMessage id={`portal.${portal}`} />
      </small>
    </span>
  );
}

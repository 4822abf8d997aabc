import { FormattedMessage } from 'react-intl';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { Wordmark } from '../shell/Wordmark.tsx';
import { SignInForm } from './SignInForm.tsx';
import classes from './SignIn.module.css';

interface Props {
  readonly portal: 'admin' | 'partner';
  readonly onSignedIn: () => Promise<unknown>;
}

export function SignInPage({ portal, onSignedIn }: Props) {
  return (
    <div className={classes.page}>
      <header className={classes.words}>
        <Wordmark portal={portal} />
        <blockquote>
          <FormattedMessage id={`signIn.claim.${portal}`} />
        </blockquote>
        <p>
          <FormattedMessage id="signIn.about" />
        </p>
      </header>
      <main className={classes.form}>
        <h1>
          <FormattedMessage id="signIn.title" />
        </h1>
        <SignInForm onSignedIn={onSignedIn} />
        <div className={classes.languages}>
          <LanguageSwitch />
        </div>
      </main>
    </div>
  );
}

import { useIntl } from 'react-intl';
import { LOCALE_NAMES, LOCALES } from '../i18n/locale.ts';
import { useLocaleChoice } from '../i18n/LocaleProvider.tsx';
import classes from './Shell.module.css';

export function LanguageSwitch() {
  const intl = useIntl();
  const { locale, choose } = useLocaleChoice();
  return (
    <div
      role="group"
      aria-label={intl.formatMessage({ id: 'session.language' })}
      className={classes.languages}
    >
      {LOCALES.map((candidate) => (
        <button
          key={candidate}
          type="button"
          lang={candidate}
          aria-pressed={candidate === locale}
          onClick={() => choose(candidate)}
        >
          {LOCALE_NAMES[candidate]}
        </button>
      ))}
    </div>
  );
}

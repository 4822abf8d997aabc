import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'react-intl';
import { languageOf, storedLocale, storeLocale, type Locale } from './locale.ts';
import { ownMessages, type MessageLoader, type Messages } from './messages.ts';

interface LocaleChoice {
  readonly locale: Locale;
  readonly choose: (locale: Locale) => void;
}
const Choice = createContext<LocaleChoice | undefined>(undefined);

interface Props {
  readonly load: MessageLoader;
  readonly children: ReactNode;
}

/** Gives all below it the reader's language. Nothing is shown before its words are there. */
export function LocaleProvider({ load, children }: Props) {
  const client = useApolloClient();
  const [locale, choose] = useState(storedLocale);
  const [loaded, setLoaded] = useState<{ locale: Locale; messages: Messages }>();

  useEffect(() => {
    let current = true;
    const language = languageOf(locale);
    void Promise.all([ownMessages(language), load(language)]).then(([own, portal]) => {
      if (!current) return;
      document.documentElement.lang = locale;
      setLoaded({ locale, messages: { ...own, ...portal } });
    });
    return () => {
      current = false;
    };
  }, [locale, load]);

  const choice = useMemo(
    () => ({
      locale: loaded?.locale ?? locale,
      choose: (next: Locale) => {
        storeLocale(next);
        choose(next);
        // The server words some of its answers.
        void client.refetchQueries({ include: 'active' });
      },
    }),
    [client, loaded, locale],
  );
  if (loaded === undefined) return null;
  return (
    <IntlProvider locale={loaded.locale} messages={loaded.messages} defaultLocale="en-GB">
      <Choice value={choice}>{children}</Choice>
    </IntlProvider>
  );
}

export function useLocaleChoice(): LocaleChoice {
  const choice = useContext(Choice);
  if (choice === undefined) throw new Error('there is no LocaleProvider above');
  return choice;
}

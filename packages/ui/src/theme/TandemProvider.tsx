import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useMemo, type ReactNode } from 'react';
import { UncaughtFailures } from '../feedback/UncaughtFailures.tsx';
import type { MessageLoader } from '../i18n/messages.ts';
import { LocaleProvider } from '../i18n/LocaleProvider.tsx';
import { makeTheme, variables, type Density } from './theme.ts';

interface Props {
  readonly density: Density;
  readonly client: ApolloClient;
  /** The portal's own messages. */
  readonly messages: MessageLoader;
  readonly children: ReactNode;
}

/** Everything that a portal stands in: design, language, data. */
export function TandemProvider({ density, client, messages, children }: Props) {
  const theme = useMemo(() => makeTheme(density), [density]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <ApolloProvider client={client}>
        <LocaleProvider load={messages}>
          <Notifications position="bottom-right" />
          <UncaughtFailures />
          {children}
        </LocaleProvider>
      </ApolloProvider>
    </MantineProvider>
  );
}

import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { MessageLoader } from '../i18n/messages.ts';
import { makeClient } from '../session/client.ts';
import { SessionGate } from '../session/SessionGate.tsx';
import { TandemProvider } from '../theme/TandemProvider.tsx';
import type { Density } from '../theme/theme.ts';

interface Portal {
  readonly portal: 'admin' | 'partner';
  readonly density: Density;
  /** The portal's own messages. */
  readonly messages: MessageLoader;
  /** Its pages, for who is signed in. */
  readonly pages: ReactNode;
  /** The one page that it shows to everybody, and its address. */
  readonly open?: { readonly path: string; readonly page: ReactNode };
}

/** Draws a portal into the page's root. */
export function startPortal({ portal, density, messages, pages, open }: Portal): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  createRoot(root).render(
    <StrictMode>
      <TandemProvider density={density} client={makeClient()} messages={messages}>
        {open !== undefined && globalThis.location.pathname.replace(/\/$/, '') === open.path ? (
          open.page
        ) : (
          <SessionGate portal={portal}>{pages}</SessionGate>
        )}
      </TandemProvider>
    </StrictMode>,
  );
}

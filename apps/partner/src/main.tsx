import { makeClient } from '@tandem/ui/client';
import type { MessageLoader } from '@tandem/ui/messages';
import { SessionGate } from '@tandem/ui/SessionGate';
import { TandemProvider } from '@tandem/ui/TandemProvider';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeRouter } from './app/router.ts';

const messages: MessageLoader = async (language) => {
  switch (language) {
    case 'fr':
      return (await import('./messages/fr.json')).default;
    case 'nl':
      return (await import('./messages/nl.json')).default;
    case 'en':
      return (await import('./messages/en.json')).default;
  }
};

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no root');
const client = makeClient();
const router = makeRouter();
createRoot(root).render(
  <StrictMode>
    <TandemProvider density="reading" client={client} messages={messages}>
      <SessionGate portal="partner">
        <RouterProvider router={router} />
      </SessionGate>
    </TandemProvider>
  </StrictMode>,
);

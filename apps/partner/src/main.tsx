import { startPortal } from '@tandem/ui/start-portal';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { makeRouter } from './app/router.ts';

const PublicPage = lazy(async () => ({
  default: (await import('./features/public/PublicPage.tsx')).PublicPage,
}));

startPortal({
  portal: 'partner',
  density: 'reading',
  messages: async (language) => {
    switch (language) {
      case 'fr':
        return (await import('./messages/fr.json')).default;
      case 'nl':
        return (await import('./messages/nl.json')).default;
      case 'en':
        return (await import('./messages/en.json')).default;
    }
  },
  pages: <RouterProvider router={makeRouter()} />,
  open: {
    path: '/partner/impact',
    page: (
      <Suspense fallback={null}>
        <PublicPage />
      </Suspense>
    ),
  },
});

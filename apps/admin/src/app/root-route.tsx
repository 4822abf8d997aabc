import { createRootRoute } from '@tanstack/react-router';
import { AdminShell } from './AdminShell.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Above every page: the frame of the portal. */
export const rootRoute = createRootRoute({ component: AdminShell, notFoundComponent: NotFoundPage });

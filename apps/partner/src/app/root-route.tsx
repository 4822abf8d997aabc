import { createRootRoute } from '@tanstack/react-router';
import { NotFoundPage } from './NotFoundPage.tsx';
import { PartnerShell } from './PartnerShell.tsx';

/** Above every page: the frame of the portal. */
export const rootRoute = createRootRoute({ component: PartnerShell, notFoundComponent: NotFoundPage });

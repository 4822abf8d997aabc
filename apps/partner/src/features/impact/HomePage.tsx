import { useViewer } from '@tandem/ui/viewer';
import { Navigate } from '@tanstack/react-router';
import { ImpactPage } from './ImpactPage.tsx';

/** A funder's first page is its impact; a company's the people that it gives. */
export function HomePage() {
  const { partner } = useViewer();
  if ((partner?.grantCount ?? 0) > 0) return <ImpactPage />;
  return <Navigate to={partner?.kind === 'COMPANY' ? '/people' : '/organisation'} replace />;
}

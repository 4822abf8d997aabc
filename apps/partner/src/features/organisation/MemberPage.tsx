import { ManagedAccountPage } from '@tandem/ui/ManagedAccountPage';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';

const route = getRouteApi('/organisation/$id');

/** Somebody who signs in for the organisation. */
export function MemberPage() {
  const { partner } = useViewer();
  const { id } = route.useParams();
  return (
    <ManagedAccountPage
      id={id}
      parent={<Link to="/organisation">{partner?.name}</Link>}
      notFound={<NotFoundPage />}
    />
  );
}

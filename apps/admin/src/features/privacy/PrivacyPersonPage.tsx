import { useQuery } from '@apollo/client/react';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useCan } from '@tandem/ui/viewer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { PERSON_PRIVACY } from './privacy.queries.ts';
import { PersonPrivacySection } from './PersonPrivacySection.tsx';

const route = getRouteApi('/privacy/people/$personId');

/** What is kept of a person who has no page of their own, as an employee whom a company registered. */
export function PrivacyPersonPage() {
  const can = useCan();
  const { personId } = route.useParams();
  const { data, error } = useQuery(PERSON_PRIVACY, {
    variables: { personId, manages: can('MANAGE_PRIVACY') },
  });
  if (data === undefined) return <PageOnItsWay error={error} />;
  if (data.personPrivacy == null) return <NotFoundPage />;
  return (
    <Page
      title={data.personPrivacy.name}
      parent={
        can('MANAGE_PRIVACY') && (
          <Link to="/privacy">
            <FormattedMessage id="privacy.title" />
          </Link>
        )
      }
    >
      <PersonPrivacySection personId={personId} />
    </Page>
  );
}

import { useQuery } from '@apollo/client/react';
import { useFormat } from '@tandem/ui/format';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { graphql } from '../../gql/gql.ts';
import { PersonPage } from './PersonPage.tsx';

const MENTOR = graphql(`
  query Mentor($id: ID!) {
    mentor(id: $id) {
      id
      reference
      available
      sector
      workStatus
      branch {
        id
        name
      }
      person {
        id
        name
        email
        gender
        birthDate
      }
      stages {
        stage
        reachedOn
      }
      duos {
        ...DuoRow
      }
      attendances {
        ...EventOfPerson
      }
    }
  }
`);

const route = getRouteApi('/mentors/$id');

export function MentorPage() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { id } = route.useParams();
  const { data, error } = useQuery(MENTOR, { variables: { id } });
  if (data === undefined) return <PageOnItsWay error={error} />;
  const { mentor } = data;
  if (mentor == null) return <NotFoundPage />;
  const { person } = mentor;
  return (
    <PersonPage
      parent={
        <Link to="/mentors">
          <FormattedMessage id="mentors.title" />
        </Link>
      }
      person={person}
      reference={mentor.reference}
      branch={mentor.branch}
      stageList="MentorStage"
      stages={mentor.stages}
      facts={[
        [
          'available',
          intl.formatMessage({ id: mentor.available ? 'people.available' : 'people.notAvailable' }),
        ],
        ['birthDate', person.birthDate && format.day(person.birthDate)],
        ['gender', person.gender && word('Gender', person.gender)],
        ['sector', mentor.sector && word('Sector', mentor.sector)],
        ['workStatus', mentor.workStatus && word('WorkStatus', mentor.workStatus)],
      ]}
      duos={mentor.duos}
      attendances={mentor.attendances}
      recordId={mentor.id}
    />
  );
}

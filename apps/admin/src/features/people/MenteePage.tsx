import { useQuery } from '@apollo/client/react';
import { useFormat } from '@tandem/ui/format';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { NotFoundPage } from '../../app/NotFoundPage.tsx';
import { graphql } from '../../gql/gql.ts';
import { PersonPage } from './PersonPage.tsx';

const MENTEE = graphql(`
  query Mentee($id: ID!) {
    mentee(id: $id) {
      id
      reference
      educationLevel
      monthsOutOfWork
      referral
      nationality
      residenceGround
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

const route = getRouteApi('/mentees/$id');

export function MenteePage() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { id } = route.useParams();
  const { data, error } = useQuery(MENTEE, { variables: { id } });
  if (data === undefined) return <PageOnItsWay error={error} />;
  const { mentee } = data;
  if (mentee == null) return <NotFoundPage />;
  const { person } = mentee;
  return (
    <PersonPage
      parent={
        <Link to="/mentees">
          <FormattedMessage id="mentees.title" />
        </Link>
      }
      person={person}
      reference={mentee.reference}
      branch={mentee.branch}
      stageList="MenteeStage"
      stages={mentee.stages}
      facts={[
        ['birthDate', person.birthDate && format.day(person.birthDate)],
        ['gender', person.gender && word('Gender', person.gender)],
        [
          'nationality',
          mentee.nationality &&
            (intl.formatDisplayName(mentee.nationality, { type: 'region' }) ?? mentee.nationality),
        ],
        ['education', mentee.educationLevel && word('EducationLevel', mentee.educationLevel)],
        ['residenceGround', mentee.residenceGround && word('ResidenceGround', mentee.residenceGround)],
        ['monthsOutOfWork', mentee.monthsOutOfWork == null ? null : format.number(mentee.monthsOutOfWork)],
        ['referral', mentee.referral && word('Referral', mentee.referral)],
      ]}
      duos={mentee.duos}
      attendances={mentee.attendances}
      recordId={mentee.id}
    />
  );
}

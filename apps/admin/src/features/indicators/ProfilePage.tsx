import { useAboutFigure } from '@tandem/ui/about-figure';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { Dimension, ProfileQuery } from '../../gql/graphql.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { periodOf, reversedEnd } from './cohort-search.ts';
import { CohortScope } from './CohortScope.tsx';
import { LARGEST_ASKED } from './LargestGroups.tsx';
import { PROFILE } from './profile.queries.ts';
import { ProfileOf } from './ProfileOf.tsx';
import { sideOf } from './profile-sides.ts';
import { useCohortWords } from './use-cohort-words.ts';
import classes from './Indicator.module.css';

/** By what people are told: mentees and mentors beside each other where both are. */
const PARTS = [
  {
    title: 'profile.both',
    of: [
      { by: 'GENDER', mentees: 'menteesByGender', mentors: 'mentorsByGender' },
      { by: 'BRANCH', mentees: 'menteesByBranch', mentors: 'mentorsByBranch' },
    ],
  },
  {
    title: 'profile.mentees',
    of: [
      { by: 'AGE_BAND', mentees: 'menteesByAgeBand' },
      { by: 'EDUCATION', mentees: 'menteesByEducation' },
      { by: 'NATIONALITY_GROUP', mentees: 'menteesByNationalityGroup' },
      { by: 'RESIDENCE_GROUND', mentees: 'menteesByResidenceGround' },
      { by: 'OUT_OF_WORK', mentees: 'menteesByOutOfWork' },
      { by: 'REFERRAL', mentees: 'menteesByReferral' },
    ],
  },
  { title: 'profile.mentors', of: [{ by: 'SECTOR', mentors: 'mentorsBySector' }] },
] satisfies { title: string; of: Told[] }[];

type Groups<Side extends string> = Extract<keyof ProfileQuery, `${Side}By${string}`>;
interface Told {
  readonly by: Dimension;
  readonly mentees?: Groups<'mentees'>;
  readonly mentors?: Groups<'mentors'>;
}

const route = getRouteApi('/indicators/profile');

/** Who the young people and their mentors are. */
export function ProfilePage() {
  const intl = useIntl();
  const { today } = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = Object.values(search).some((value) => value !== undefined);
  return (
    <AnalysisPage
      title={intl.formatMessage({ id: 'profile.title' })}
      scope={intl.formatMessage({ id: 'profile.scope' })}
    >
      <CohortScope
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
        }
        onReset={asked ? () => void navigate({ search: {} }) : undefined}
      />
      {reversedEnd(search, today) === undefined && <Profile />}
    </AnalysisPage>
  );
}

function Profile() {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const cohortWords = useCohortWords();
  const { today } = useViewer();
  const search = route.useSearch();
  const { asOf, branch } = search;
  const scope = {
    asOf: asOf ?? null,
    period: periodOf(search, today) ?? null,
    filter: branch === undefined ? null : { branch },
    largest: LARGEST_ASKED,
  };
  const { data, pending, error } = useKeptQuery(PROFILE, scope, undefined);
  if (error !== undefined) return <ErrorState error={error} />;
  const count = (side: 'mentees' | 'mentors') => {
    const result = data?.[side];
    return result?.__typename === 'Figure' ? result.value : 0;
  };
  return (
    <Kept pending={pending}>
      <p className={classes.sentence}>
        {data === undefined
          ? ' '
          : intl.formatMessage(
              { id: 'profile.sentence' },
              {
                mentees: count('mentees'),
                menteesNumber: format.number(count('mentees')),
                mentors: count('mentors'),
                mentorsNumber: format.number(count('mentors')),
              },
            )}
      </p>
      {data &&
        PARTS.map(({ title, of }) => (
          <Section key={title} title={intl.formatMessage({ id: title })}>
            <div className={classes.pair}>
              {of.map(({ by, mentees, mentors }: Told) => (
                <ProfileOf
                  key={by}
                  by={by}
                  mentees={mentees && sideOf(data[mentees], count('mentees'))}
                  mentors={mentors && sideOf(data[mentors], count('mentors'))}
                  about={aboutFigure(
                    [...(mentees ? [data.mentees] : []), ...(mentors ? [data.mentors] : [])],
                    cohortWords(search),
                  )}
                />
              ))}
            </div>
          </Section>
        ))}
    </Kept>
  );
}

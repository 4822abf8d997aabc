import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import { AnalysisPage } from './AnalysisPage.tsx';
import { periodOf, reversedEnd } from './cohort-search.ts';
import { CohortScope } from './CohortScope.tsx';
import { ProfileOf } from './ProfileOf.tsx';
import classes from './Indicator.module.css';

const PROFILE = graphql(`
  query Profile($asOf: CalendarDay, $period: PeriodInput, $filter: FigureFilterInput) {
    mentees: figure(metric: MENTEES_ACCOMPANIED, asOf: $asOf, period: $period, filter: $filter) {
      ...FigureFields
    }
    mentors: figure(metric: MENTORS_ENGAGED, asOf: $asOf, period: $period, filter: $filter) {
      ...FigureFields
    }
  }
`);
/** By what people are told: mentees and mentors beside each other where both are. */
const PARTS = [
  { of: 'both', title: 'profile.both', by: ['GENDER', 'BRANCH'] },
  {
    of: 'mentees',
    title: 'profile.mentees',
    by: ['AGE_BAND', 'EDUCATION', 'NATIONALITY_GROUP', 'RESIDENCE_GROUND', 'OUT_OF_WORK', 'REFERRAL'],
  },
  { of: 'mentors', title: 'profile.mentors', by: ['SECTOR'] },
] as const;

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
  const { today } = useViewer();
  const search = route.useSearch();
  const { asOf, branch } = search;
  const scope = {
    asOf: asOf ?? null,
    period: periodOf(search, today) ?? null,
    filter: branch === undefined ? null : { branch },
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
        PARTS.map(({ of, title, by }) => (
          <Section key={of} title={intl.formatMessage({ id: title })}>
            <div className={classes.pair}>
              {by.map((dimension) => (
                <ProfileOf key={dimension} by={dimension} of={of} scope={scope} />
              ))}
            </div>
          </Section>
        ))}
    </Kept>
  );
}

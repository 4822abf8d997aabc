import { useQuery } from '@apollo/client/react';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { OutcomesByGroupQuery } from '../../gql/graphql.ts';

const GROUPS = graphql(`
  query OutcomesByGroup {
    byGender: breakdown(metric: POSITIVE_EXIT_RATE, by: GENDER) {
      key
      label
      result {
        ...FigureFields
      }
    }
    byEducation: breakdown(metric: POSITIVE_EXIT_RATE, by: EDUCATION) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

/** For whom it went how: of all grants together. */
export function GroupsSection({ scope }: { readonly scope: string }) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(GROUPS);
  return (
    <Section
      title={intl.formatMessage({ id: 'impact.forWhom' })}
      about={intl.formatMessage({ id: 'impact.forWhomAbout' })}
    >
      {error !== undefined && data === undefined && <ErrorState error={error} retry={refetch} />}
      {data !== undefined && (
        <>
          <Groups groups={data.byGender} list="Gender" fileName="positive-exits-by-gender" scope={scope} />
          <Groups
            groups={data.byEducation}
            list="EducationLevel"
            fileName="positive-exits-by-education"
            scope={scope}
          />
        </>
      )}
    </Section>
  );
}

const DIMENSION_OF = { Gender: 'GENDER', EducationLevel: 'EDUCATION' } as const;

interface GroupsProps {
  readonly scope: string;
  readonly groups: OutcomesByGroupQuery['byGender'];
  readonly list: 'Gender' | 'EducationLevel';
  readonly fileName: string;
}

function Groups({ groups, list, fileName, scope }: GroupsProps) {
  const intl = useIntl();
  const { word } = useWords();
  const aboutFigure = useAboutFigure();
  const header = intl.formatMessage({ id: `impact.by.${list}` });
  if (groups.every(({ result }) => result.__typename !== 'Figure'))
    return (
      <p>
        <FormattedMessage id={`impact.tooFew.${list}`} />
      </p>
    );
  return (
    <BarChart
      title={header}
      bars={groups.map(({ key, result }) =>
        pointOf(
          key,
          key === 'UNKNOWN' ? intl.formatMessage({ id: 'impact.unknownGroup' }) : word(list, key),
          result,
          intl,
        ),
      )}
      unit="RATE"
      groupHeader={word('Dimension', DIMENSION_OF[list])}
      valueHeader={groups[0]?.result.definition.name ?? ''}
      fileName={fileName}
      about={aboutFigure(
        groups.map(({ result }) => result),
        scope,
      )}
    />
  );
}

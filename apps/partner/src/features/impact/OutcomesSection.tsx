import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { FigureTile } from '@tandem/ui/FigureTile';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { useIntl } from 'react-intl';
import { BesideSection } from './BesideSection.tsx';
import { figureOf } from './figures.ts';
import { GroupsSection } from './GroupsSection.tsx';
import type { Impact } from './impact.queries.ts';
import { useOutcomesFinding } from './outcomes-finding.ts';
import { SurveySection } from './SurveySection.tsx';
import { YearsSection } from './YearsSection.tsx';

const RATES = ['POSITIVE_EXIT_RATE', 'EMPLOYMENT_RATE', 'STABLE_EMPLOYMENT_RATE', 'COMPLETION_RATE'] as const;
const EXPERIENCE = ['MEETING_REGULARITY_RATE', 'MENTORING_HOURS'] as const;

interface Props {
  readonly impact: Impact;
  /** Over which grants the figures are, in words, and over all of them together. */
  readonly scope: string;
  readonly ofAll: string;
}

/** What became of the young people in the duos that the grants pay. */
export function OutcomesSection({ impact, scope, ofAll }: Props) {
  const intl = useIntl();
  const words = (id: string) => intl.formatMessage({ id });
  const bars = RATES.flatMap((metric) => {
    const result = figureOf(impact, metric);
    return result === undefined ? [] : [pointOf(metric, result.definition.name, result, intl)];
  });
  const aboutFigure = useAboutFigure();
  const findingOf = useOutcomesFinding();
  return (
    <Section title={words('impact.outcomes')} about={words('impact.outcomesAbout')}>
      <BarChart
        title={findingOf(figureOf(impact, 'STABLE_EMPLOYMENT_RATE'))}
        bars={bars}
        unit="RATE"
        groupHeader={words('impact.outcome')}
        valueHeader={words('impact.outcomeShare')}
        fileName="outcomes"
        about={aboutFigure(
          RATES.flatMap((metric) => figureOf(impact, metric) ?? []),
          scope,
        )}
      />
      <BesideSection impact={impact} scope={scope} />
      <Section title={words('impact.experience')}>
        <FigureGrid>
          {EXPERIENCE.map((metric) => (
            <FigureTile key={metric} result={figureOf(impact, metric)} />
          ))}
        </FigureGrid>
      </Section>
      <SurveySection impact={impact} scope={scope} />
      <YearsSection scope={ofAll} />
      <GroupsSection scope={ofAll} />
    </Section>
  );
}

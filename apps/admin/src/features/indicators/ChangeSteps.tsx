import type { About } from '@tandem/ui/about';
import type { Figure } from '@tandem/ui/figure';
import { Section } from '@tandem/ui/Section';
import { WaterfallChart, type Step } from '@tandem/ui/WaterfallChart';
import { useIntl } from 'react-intl';
import type { FigureChangeQuery } from '../../gql/graphql.ts';
import type { SideWords } from './change-scope.ts';
import type { Metric } from './indicator.queries.ts';

type Changes = NonNullable<FigureChangeQuery['figureChange']['changes']>;

interface Props {
  readonly metric: Metric;
  readonly before: Figure;
  readonly after: Figure;
  readonly changes: Changes;
  readonly sides: SideWords;
  readonly about: About;
}

/** From the duos that were counted to those that are, and the same of those looked at. */
export function ChangeSteps({ metric, before, after, changes, sides, about }: Props) {
  const intl = useIntl();
  const words = (id: string, values?: Record<string, number>) => intl.formatMessage({ id }, values);
  const of = (change: Changes[number]['change']) => changes.find((each) => each.change === change);
  const entered = of('ENTERED');
  const left = of('LEFT');
  const change = (key: string, value: number): Step => ({
    key,
    label: words(`change.step.${key}`),
    value,
    kind: 'change',
  });
  const counted: Step[] = [
    { key: 'before', label: sides.before, value: before.numerator, kind: 'total' },
    change('ENTERED', entered?.counted ?? 0),
    change('NOW_COUNTED', of('NOW_COUNTED')?.count ?? 0),
    change('NO_LONGER_COUNTED', 0 - (of('NO_LONGER_COUNTED')?.count ?? 0)),
    change('LEFT', 0 - (left?.counted ?? 0)),
    { key: 'after', label: sides.after, value: after.numerator, kind: 'total' },
  ];
  if (!addsUp(counted)) return null;
  return (
    <Section title={words('change.steps')} about={words('change.stepsAbout')}>
      <WaterfallChart
        title={words('change.stepsFinding', {
          entered: entered?.count ?? 0,
          left: left?.count ?? 0,
          now: of('NOW_COUNTED')?.count ?? 0,
          noLonger: of('NO_LONGER_COUNTED')?.count ?? 0,
        })}
        steps={counted}
        unit="COUNT"
        stepHeader={words('change.step')}
        valueHeader={words('change.duos')}
        fileName={`${metric.id.toLowerCase()}-change`}
        about={about}
      />
    </Section>
  );
}

/** Where the numerator sums something else than duos, hours or answers, the steps of duos do not lead to it. */
function addsUp(steps: readonly Step[]): boolean {
  const sum = steps.reduce(
    (total, { kind, key, value }) => (kind === 'change' || key === 'before' ? total + value : total),
    0,
  );
  return sum === steps.at(-1)?.value;
}

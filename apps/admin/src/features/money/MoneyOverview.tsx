import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart, type Bar } from '@tandem/ui/BarChart';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { pointOf } from '@tandem/ui/point';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { FigureRequest, MoneyOverviewQuery } from '../../gql/graphql.ts';
import { IndicatorTile } from '../indicators/IndicatorTile.tsx';
import { CostSteps } from './CostSteps.tsx';
import { CostSentence } from './CostSentence.tsx';
import { FundsAbout } from './FundsAbout.tsx';
import { useFindings } from '../indicators/findings.ts';
import { atOneLook, LARGEST_ASKED, LargestGroups, sizeOfFigure } from '../indicators/LargestGroups.tsx';
import { ASKED, METRICS, MONEY, STEPS } from './overview.queries.ts';
import { periodOf, searchOf } from './year.ts';

type Groups = MoneyOverviewQuery['funds'];

const route = getRouteApi('/money');

/** What the programme costs, of what that is made, and where the money comes from. */
export function MoneyOverview() {
  const intl = useIntl();
  const { year } = route.useSearch();
  const period = periodOf(year);
  const requests = ASKED.map((metric): FigureRequest => ({ metric, ...(period && { period }) }));
  const {
    data: shown,
    pending,
    error,
  } = useKeptQuery(MONEY, { requests, period: period ?? null, largest: LARGEST_ASKED }, undefined);
  const composition = useShares(shown?.composition ?? [], 'CostCategory');
  const natures = useShares(shown?.natures ?? [], 'CostNature');
  const funds = useShares(shown?.funds ?? [], 'GrantKind');
  const findings = useFindings();
  const aboutFigure = useAboutFigure();
  const { shown: branches, areMore } = atOneLook(shown?.perDuo ?? [], sizeOfFigure);
  const perDuo = useShares(branches, undefined);
  if (error !== undefined) return <ErrorState error={error} />;
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  // Of nothing, nothing is the largest.
  const finding = (of: 'composition' | 'funds', [first]: readonly Bar[]) =>
    first?.note === undefined
      ? words(`money.${of}None`)
      : words(`money.${of}Finding`, { label: first.label, share: first.note });
  return (
    <Kept pending={pending}>
      <CostSentence figures={shown?.figures.slice(0, 3)} />
      <FigureGrid>
        {METRICS.map((metric, index) => (
          <IndicatorTile
            key={metric}
            result={shown?.figures[index]}
            search={searchOf(year)}
            remark={
              metric === 'FUNDING' && year !== undefined
                ? words('money.fundingRemark', { year: String(year) })
                : undefined
            }
          />
        ))}
      </FigureGrid>
      <CostSteps figures={STEPS.map((metric) => shown?.figures[ASKED.indexOf(metric)])} />
      <Section folds title={words('money.composition')}>
        <BarChart
          title={finding('composition', composition)}
          bars={composition}
          unit="CENTS"
          groupHeader={words('money.column.category')}
          valueHeader={words('money.column.bookedCost')}
          noteHeader={words('money.column.shareOfCost')}
          fileName="costs-by-category"
        />
      </Section>
      <Section folds title={words('money.natures')} about={words('money.naturesAbout')}>
        <BarChart
          title={finding('composition', natures)}
          bars={natures}
          unit="CENTS"
          groupHeader={words('money.column.nature')}
          valueHeader={words('money.column.bookedCost')}
          noteHeader={words('money.column.shareOfCost')}
          fileName="costs-by-nature"
        />
      </Section>
      <Section
        folds
        title={words('money.funds')}
        about={<FundsAbout id="funds.grantedAbout" other="funds" year={year} />}
      >
        <BarChart
          title={finding('funds', funds)}
          bars={funds}
          unit="CENTS"
          groupHeader={words('money.column.kind')}
          valueHeader={words('money.column.granted')}
          noteHeader={words('money.column.shareOfFunds')}
          fileName="funds-by-kind"
        />
      </Section>
      {perDuo.length > 1 && (
        <Section
          folds
          title={words('money.perDuoByBranch')}
          about={
            <FormattedMessage
              id="money.perDuoByBranchAbout"
              values={{
                link: (text) => (
                  <Link to="/money" search={{ tab: 'allocation', ...(year !== undefined && { year }) }}>
                    {text}
                  </Link>
                ),
              }}
            />
          }
        >
          <BarChart
            title={findings.breakdown({ name: words('money.perDuoByBranch'), unit: 'CENTS' }, perDuo)}
            bars={perDuo.map((bar) => ({ ...bar, note: undefined }))}
            unit="CENTS"
            groupHeader={words('duos.column.branch')}
            valueHeader={words('money.column.costPerDuo')}
            fileName="cost-per-duo-by-branch"
            about={aboutFigure(
              branches.map(({ result }) => result),
              year?.toString(),
            )}
          />
          {areMore && (
            <LargestGroups
              metric="COST_PER_DUO"
              search={{
                by: 'BRANCH',
                ...(year !== undefined && { from: `${year}-01-01`, to: `${year}-12-31` }),
              }}
            />
          )}
        </Section>
      )}
    </Kept>
  );
}

/** Groups as bars, the largest first, each with its share of the sum; what has no value comes last, and is not nothing. */
function useShares(groups: Readonly<Groups>, list: string | undefined): Bar[] {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const points = groups.map(({ key, label, result }) =>
    pointOf(key, list === undefined || key === 'UNKNOWN' ? label : word(list, key), result, intl),
  );
  const sum = points.reduce((total, { value = 0 }) => total + value, 0);
  return points
    .toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity))
    .map((bar) => ({
      ...bar,
      note: sum === 0 || bar.value === undefined ? undefined : format.percent(bar.value / sum),
    }));
}

import { useQuery } from '@apollo/client/react';
import { useAboutFigure } from '@tandem/ui/about-figure';
import { BarChart } from '@tandem/ui/BarChart';
import { standingOf } from '@tandem/ui/counted';
import { ErrorState } from '@tandem/ui/ErrorState';
import { FigureGrid } from '@tandem/ui/FigureGrid';
import { FigureTile } from '@tandem/ui/FigureTile';
import { useFormat } from '@tandem/ui/format';
import { Section } from '@tandem/ui/Section';
import { useWords } from '@tandem/ui/words';
import { FormattedMessage, useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { CostsQuery, GrantRowFragment } from '../../gql/graphql.ts';
import classes from './Impact.module.css';

const COSTS = graphql(`
  query Costs {
    costPerDuo: figure(metric: COST_PER_DUO) {
      ...FigureFields
    }
    costPerExit: figure(metric: COST_PER_POSITIVE_EXIT) {
      ...FigureFields
    }
    costPerJob: figure(metric: COST_PER_JOB) {
      ...FigureFields
    }
    costPerStableJob: figure(metric: COST_PER_STABLE_JOB) {
      ...FigureFields
    }
    composition: breakdown(metric: TOTAL_COST, by: COST_CATEGORY) {
      key
      label
      result {
        ...FigureFields
      }
    }
  }
`);

interface Props {
  /** All grants that the page is about; absent where not all of them are there. */
  readonly grants: readonly GrantRowFragment[] | undefined;
}

/** What a duo costs in the whole programme, of what that is made, what an exit comes to, and what the duos of the grants cost. */
export function CostSection({ grants }: Props) {
  const intl = useIntl();
  const format = useFormat();
  const { data, error, refetch } = useQuery(COSTS);
  const own = costOfOwn(grants);
  return (
    <Section
      folds
      title={intl.formatMessage({ id: 'impact.cost' })}
      about={intl.formatMessage({ id: 'impact.costAbout' })}
    >
      {own !== undefined && (
        <p className={classes.own}>
          <FormattedMessage
            id="impact.ownCost"
            values={{
              perDuo: <strong>{format.money(own.cents / own.duos)}</strong>,
              cost: format.money(own.cents),
              day: format.day(own.asOf),
              duos: format.number(own.duos, Number.isInteger(own.duos) ? 0 : 1),
            }}
          />
        </p>
      )}
      {error !== undefined && data === undefined && <ErrorState error={error} retry={refetch} />}
      {data !== undefined && <Costs costs={data} />}
    </Section>
  );
}

/** Of the whole programme. */
function Costs({ costs }: { readonly costs: CostsQuery }) {
  const intl = useIntl();
  const format = useFormat();
  const aboutFigure = useAboutFigure();
  const { word } = useWords();
  const words = (id: string, values?: Record<string, string>) => intl.formatMessage({ id }, values);
  const { costPerDuo, costPerExit, costPerJob, costPerStableJob, composition } = costs;
  const parts = composition.flatMap(({ key, result }) =>
    result.__typename === 'Figure' ? [{ key, result }] : [],
  );
  const sum = parts.reduce((total, { result }) => total + result.value, 0);
  // Today's cost over the duos of another day would be nobody's cost.
  const duos =
    costPerDuo.__typename === 'Figure' && parts.every(({ result }) => result.asOf === costPerDuo.asOf)
      ? (costPerDuo.denominator ?? 0)
      : 0;
  const bars = parts
    .map(({ key, result }) => ({
      key,
      label: word('CostCategory', key),
      value: duos > 0 ? result.value / duos : result.value,
      ...(duos > 0 && {
        counted: { unit: 'CENTS' as const, numerator: result.value, denominator: duos },
      }),
      standing: standingOf(result, intl),
      note: format.percent(sum === 0 ? 0 : result.value / sum),
    }))
    .toSorted((a, b) => b.value - a.value);
  const first = bars[0];
  return (
    <>
      <div className={classes.split}>
        <FigureTile result={costPerDuo} size="large" />
        <BarChart
          title={
            first === undefined
              ? words('impact.cost')
              : words(duos > 0 ? 'impact.costFinding' : 'impact.allCostFinding', {
                  label: first.label,
                  share: first.note,
                })
          }
          bars={bars}
          unit="CENTS"
          groupHeader={words('impact.column.category')}
          valueHeader={words(duos > 0 ? 'impact.column.costPerDuo' : 'impact.column.cost')}
          noteHeader={words('impact.column.shareOfCost')}
          fileName={duos > 0 ? 'cost-per-duo' : 'cost'}
          about={aboutFigure(
            [costPerDuo, ...composition.map(({ result }) => result)],
            words('impact.wholeProgramme'),
          )}
        />
      </div>
      <div className={classes.exits}>
        <FigureGrid>
          {[costPerExit, costPerJob, costPerStableJob].map((result) => (
            <FigureTile key={result.definition.id} result={result} />
          ))}
        </FigureGrid>
      </div>
    </>
  );
}

interface OwnCost {
  readonly cents: number;
  readonly duos: number;
  readonly asOf: string;
}

/**
 * What whole duos of the grants cost, by share; undefined where a grant that pays duos does not tell what they bore. All are told
 * together, and one of an earlier day is what it was on the latest of these days.
 */
function costOfOwn(grants: Props['grants']): OwnCost | undefined {
  const paying = grants?.filter(({ counts, share }) => counts && share > 0) ?? [];
  const costs = paying.flatMap(({ cost }) =>
    cost?.share == null ? [] : [{ cents: cost.cost.cents, duos: cost.share, asOf: cost.asOf }],
  );
  const duos = costs.reduce((sum, { duos: own }) => sum + own, 0);
  if (duos === 0 || costs.length < paying.length) return undefined;
  return {
    cents: costs.reduce((sum, { cents }) => sum + cents, 0),
    duos,
    asOf: costs.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), ''),
  };
}

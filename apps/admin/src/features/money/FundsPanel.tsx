import { GRANT_KINDS } from '@tandem/domain/vocabulary';
import { ErrorState } from '@tandem/ui/ErrorState';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Section } from '@tandem/ui/Section';
import { SankeyChart } from '@tandem/ui/SankeyChart';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useWords } from '@tandem/ui/words';
import { getRouteApi } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { graphql } from '../../gql/gql.ts';
import type { FundFlowsQuery } from '../../gql/graphql.ts';
import { FunderCosts } from './FunderCosts.tsx';
import { FundsAbout } from './FundsAbout.tsx';
import { FundsOverTime } from './FundsOverTime.tsx';
import { InKindSection } from './InKindSection.tsx';
import { periodOrAll } from './year.ts';

const FLOWS = graphql(`
  query FundFlows($period: PeriodInput!) {
    fundFlows(period: $period) {
      total {
        cents
        currency
      }
      flows {
        cents
        from {
          stage
          key
          name
        }
        to {
          stage
          key
          name
        }
      }
    }
  }
`);
type Node = FundFlowsQuery['fundFlows']['flows'][number]['from'];
const route = getRouteApi('/money');

/** Where the money comes from and what it is used for, over time, and with and without what is given in kind. */
export function FundsPanel() {
  const intl = useIntl();
  const format = useFormat();
  const { word } = useWords();
  const { year } = route.useSearch();
  const { data, pending, error } = useKeptQuery(FLOWS, { period: periodOrAll(year) }, undefined);
  if (error !== undefined) return <ErrorState error={error} />;
  const flows = data?.fundFlows.flows ?? [];
  const words = (id: string) => intl.formatMessage({ id });
  const keyOf = ({ stage, key }: Node) => `${stage} ${key}`;
  const labelOf = ({ stage, key, name }: Node) => {
    if (name != null) return name;
    if (['OTHER_MEANS', 'LEFT_OVER', 'GIVEN_BACK', 'NOT_YET_SPENT', 'UNSPENT'].includes(key))
      return words(`funds.${key}`);
    return word(stage === 'KIND' ? 'GrantKind' : 'CostCategory', key);
  };
  const nodes = new Map(flows.flatMap(({ from, to }) => [from, to]).map((node) => [keyOf(node), node]));
  // Who gives funds of one kind alone has its colour.
  const kindOf = ({ stage, key }: Node) => {
    if (stage === 'KIND') return key;
    const kinds = new Set(flows.flatMap(({ from, to }) => (from.key === key ? [to.key] : [])));
    return stage === 'FUNDER' && kinds.size === 1 ? [...kinds][0] : undefined;
  };
  const into = (key: string) => flows.reduce((sum, { to, cents }) => sum + (to.key === key ? cents : 0), 0);
  const outOf = (key: string) =>
    flows.reduce((sum, { from, cents }) => sum + (from.key === key ? cents : 0), 0);
  const sentence = intl.formatMessage(
    { id: 'funds.sentence' },
    {
      total: format.money(data?.fundFlows.total.cents ?? 0),
      left: format.money(into('NOT_YET_SPENT')),
      over: into('UNSPENT') === 0 ? 'none' : 'some',
      unspent: format.money(into('UNSPENT')),
      other: format.money(outOf('OTHER_MEANS')),
    },
  );
  return (
    <Kept pending={pending}>
      <Section
        title={words('funds.flows')}
        about={<FundsAbout id="funds.flowsAbout" other="overview" year={year} />}
      >
        {flows.length > 0 && (
          <SankeyChart
            title={sentence}
            unit="CENTS"
            fileName="funds-to-activities"
            fromHeader={words('funds.from')}
            toHeader={words('funds.to')}
            valueHeader={words('money.column.amount')}
            groups={GRANT_KINDS}
            nodes={[...nodes].map(([key, node]) => ({ key, label: labelOf(node), group: kindOf(node) }))}
            flows={flows.map(({ from, to, cents }) => ({
              source: keyOf(from),
              target: keyOf(to),
              value: cents,
            }))}
          />
        )}
      </Section>
      <FunderCosts />
      <FundsOverTime />
      <InKindSection />
    </Kept>
  );
}

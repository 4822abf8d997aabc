import { EmptyState } from '@tandem/ui/EmptyState';
import { useFormat } from '@tandem/ui/format';
import { Kept } from '@tandem/ui/Kept';
import { Page } from '@tandem/ui/Page';
import { PageOnItsWay } from '@tandem/ui/PageOnItsWay';
import { useKeptQuery } from '@tandem/ui/use-kept-query';
import { useViewer } from '@tandem/ui/viewer';
import { getRouteApi, Link } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import { AgreementSection } from './AgreementSection.tsx';
import { CostSection } from './CostSection.tsx';
import { FundsSection } from './FundsSection.tsx';
import { GrantChoice } from './GrantChoice.tsx';
import { GrantsSection } from './GrantsSection.tsx';
import { grantsAsked, IMPACT, requestsFor } from './impact.queries.ts';
import { ImpactSentence } from './ImpactSentence.tsx';
import { OutcomesSection } from './OutcomesSection.tsx';
import { SroiSection } from './SroiSection.tsx';
import classes from './Impact.module.css';

const route = getRouteApi('/');

/** What a funder's money did: the sentence first, then what stands behind it. */
export function ImpactPage() {
  const intl = useIntl();
  const format = useFormat();
  const { partner, today } = useViewer();
  const { grant } = route.useSearch();
  const navigate = route.useNavigate();
  const {
    data: impact,
    shownFor,
    pending,
    error,
  } = useKeptQuery(IMPACT, { requests: requestsFor(grant), ...grantsAsked(grant) }, grant);
  const title = intl.formatMessage({ id: 'impact.title' });
  if (impact === undefined) return <PageOnItsWay error={error} />;
  const chosen = impact.grant ?? undefined;
  const { count } = impact.grantTotals;
  const { amount, received } = chosen ?? impact.grantTotals;
  // What is asked for, or was declined, supports nobody.
  const counts = chosen?.counts ?? true;
  const money = counts ? { granted: amount.cents, received: received.cents } : { granted: 0, received: 0 };
  if (count === 0)
    return (
      <Page title={title}>
        <EmptyState title={intl.formatMessage({ id: 'impact.noGrants' })} />
      </Page>
    );
  if (shownFor !== undefined && chosen === undefined)
    return (
      <Page title={title}>
        <EmptyState title={intl.formatMessage({ id: 'impact.noSuchGrant' })}>
          <Link to="/" search={{}}>
            <FormattedMessage id="impact.allGrants" />
          </Link>
        </EmptyState>
      </Page>
    );
  // Figures that are made ahead may be of a day before today.
  const asOf = impact.figures.flatMap((figure) =>
    figure.__typename === 'Figure' && !figure.isEarlier ? [figure.asOf] : [],
  )[0];
  const scopeOf = (one: typeof chosen) =>
    intl.formatMessage(
      { id: one === undefined ? 'impact.scope.all' : 'impact.scope.one' },
      {
        partner: partner?.name,
        grant: one?.reference,
        count,
        day: format.day(asOf ?? today),
      },
    );
  const grants = chosen === undefined ? (impact.grants ?? []) : [chosen];
  const total = chosen === undefined ? count : 1;
  const scope = scopeOf(chosen);
  const ofAll = scopeOf(undefined);
  return (
    <Page
      title={title}
      scope={scope}
      actions={
        count > 1 && (
          <GrantChoice
            grant={grant}
            shown={chosen}
            onChoose={(id) =>
              void navigate({ search: id === undefined ? {} : { grant: id }, resetScroll: false })
            }
          />
        )
      }
    >
      <Kept pending={pending}>
        <div className={classes.page}>
          <ImpactSentence impact={impact} money={money} grant={chosen} />
          <OutcomesSection impact={impact} scope={scope} ofAll={ofAll} />
          <GrantsSection grants={grants} total={total} scope={scope} />
          <AgreementSection grantId={shownFor} total={count} />
          <CostSection grants={grants.length < total ? undefined : grants} />
          <FundsSection impact={impact} />
          <SroiSection impact={impact} />
          <p>
            <Link to="/handbook">
              <FormattedMessage id="impact.handbook" />
            </Link>
          </p>
        </div>
      </Kept>
    </Page>
  );
}

import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccountResolver, InvitationResolver } from './features/accounts/account.resolver.ts';
import { AnalysisResolver } from './features/analysis/analysis.resolver.ts';
import { ComparisonResolver } from './features/analysis/comparison.resolver.ts';
import {
  AllocationResolver,
  GrantCostResolver,
  GrantCostRuleResolver,
} from './features/allocation/allocation.resolver.ts';
import { AuditResolver } from './features/audit/audit.resolver.ts';
import { RefusalResolver } from './features/audit/refusal.resolver.ts';
import { DuoCostResolver, GrantDuoCostResolver } from './features/allocation/duo-cost.resolver.ts';
import { FundFlowResolver } from './features/allocation/fund-flow.resolver.ts';
import { BudgetResolver } from './features/budgets/budget.resolver.ts';
import { CostConnectionResolver, CostResolver } from './features/costs/cost.resolver.ts';
import { LedgerResolver } from './features/costs/ledger.resolver.ts';
import { DuoOperations } from './features/duos/duo-operations.resolver.ts';
import {
  DuoResolver,
  MenteeDuosResolver,
  MentorDuosResolver,
  OutcomeResolver,
} from './features/duos/duo.resolver.ts';
import { EventOperations } from './features/events/event-operations.resolver.ts';
import {
  AttendanceResolver,
  EventResolver,
  MenteeEventsResolver,
  MentorEventsResolver,
} from './features/events/event.resolver.ts';
import { ConditionResolver } from './features/funding/condition.resolver.ts';
import { EarmarkResolver } from './features/funding/earmark.resolver.ts';
import { GrantDueResolver } from './features/funding/grant-due.resolver.ts';
import { GrantResolver, GrantTotalsResolver } from './features/funding/grant.resolver.ts';
import { ImportResolver } from './features/imports/import.resolver.ts';
import { PathwayResolver } from './features/intake/pathway.resolver.ts';
import { InKindResolver } from './features/in-kind/in-kind.resolver.ts';
import { ApiKeyResolver } from './features/keys/api-key.resolver.ts';
import { FigureResolver } from './features/metrics/figure.resolver.ts';
import { PublicationResolver } from './features/metrics/publication/publication.resolver.ts';
import { ReleaseFailureResolver } from './features/metrics/release-failure.resolver.ts';
import { SnapshotResolver } from './features/metrics/snapshots/snapshot.resolver.ts';
import { PartnerResolver } from './features/partners/partner.resolver.ts';
import { ViewerResolver } from './features/partners/viewer.resolver.ts';
import { BranchResolver, MenteeResolver, MentorResolver } from './features/people/people.resolver.ts';
import { ErasureResolver } from './features/privacy/erasure.resolver.ts';
import { PrivacyResolver } from './features/privacy/privacy.resolver.ts';
import { PrivacySettingsResolver } from './features/privacy/settings.resolver.ts';
import { ResearchResolver } from './features/research/research.resolver.ts';
import { TimeEntryResolver } from './features/sponsorship/time-entry.resolver.ts';
import { VolunteerResolver } from './features/sponsorship/volunteer.resolver.ts';
import { ProxyResolver } from './features/sroi/proxy.resolver.ts';
import { SroiResolver } from './features/sroi/sroi.resolver.ts';
import { TodayResolver } from './features/today/today.resolver.ts';
import { guardSchema } from './graphql/authorisation.ts';

/** The whole schema with its guards. Throws where a root field declares no access. */
export function makeSchema(): GraphQLSchema {
  return guardSchema(
    buildSchemaSync({
      resolvers: [
        AccountResolver,
        AllocationResolver,
        AnalysisResolver,
        ApiKeyResolver,
        AttendanceResolver,
        AuditResolver,
        BranchResolver,
        ComparisonResolver,
        BudgetResolver,
        ConditionResolver,
        CostConnectionResolver,
        CostResolver,
        DuoCostResolver,
        DuoOperations,
        DuoResolver,
        EarmarkResolver,
        ErasureResolver,
        EventOperations,
        EventResolver,
        FigureResolver,
        FundFlowResolver,
        GrantCostResolver,
        GrantCostRuleResolver,
        GrantDuoCostResolver,
        GrantDueResolver,
        GrantResolver,
        GrantTotalsResolver,
        ImportResolver,
        InKindResolver,
        InvitationResolver,
        LedgerResolver,
        MenteeDuosResolver,
        MenteeEventsResolver,
        MenteeResolver,
        MentorDuosResolver,
        MentorEventsResolver,
        MentorResolver,
        OutcomeResolver,
        PartnerResolver,
        PathwayResolver,
        PublicationResolver,
        RefusalResolver,
        ReleaseFailureResolver,
        ResearchResolver,
        PrivacyResolver,
        PrivacySettingsResolver,
        SnapshotResolver,
        ProxyResolver,
        SroiResolver,
        TimeEntryResolver,
        TodayResolver,
        ViewerResolver,
        VolunteerResolver,
      ],
      // Inputs are checked by the zod schemas of the domain, the same that forms and imports use.
      validate: false,
    }),
  );
}

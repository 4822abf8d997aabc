import { AllocationRuleEntity } from './features/allocation/allocation-rule.entity.ts';
import { AuditEntryEntity } from './features/audit/audit-entry.entity.ts';
import { BudgetEntity } from './features/budgets/budget.entity.ts';
import { CostEntity } from './features/costs/cost.entity.ts';
import { LedgerEventEntity } from './features/costs/ledger-event.entity.ts';
import { LedgerEntity } from './features/costs/ledger.entity.ts';
import { DuoEntity } from './features/duos/duo.entity.ts';
import { MeetingEntity } from './features/duos/meeting.entity.ts';
import { OutcomeEntity } from './features/duos/outcome.entity.ts';
import { ResponseEntity } from './features/duos/response.entity.ts';
import { AttendanceEntity } from './features/events/attendance.entity.ts';
import { EventEntity } from './features/events/event.entity.ts';
import {
  GrantConditionEntity,
  GrantDeadlineEntity,
  GrantInstalmentEntity,
} from './features/funding/grant-terms.entity.ts';
import { GrantEntity } from './features/funding/grant.entity.ts';
import { ImportMappingEntity } from './features/imports/import-mapping.entity.ts';
import { ImportRunEntity } from './features/imports/import-run.entity.ts';
import { InKindRateEntity } from './features/in-kind/in-kind-rate.entity.ts';
import { MembershipEntity } from './features/partners/membership.entity.ts';
import { PartnerEntity } from './features/partners/partner.entity.ts';
import { BranchEntity } from './features/people/branch.entity.ts';
import { CoordinatorEntity } from './features/people/coordinator.entity.ts';
import { MenteeEntity } from './features/people/mentee.entity.ts';
import { MentorEntity } from './features/people/mentor.entity.ts';
import { PersonEntity } from './features/people/person.entity.ts';
import { TimeEntryEntity } from './features/sponsorship/time-entry.entity.ts';
import { VolunteerEntity } from './features/sponsorship/volunteer.entity.ts';
import { SnapshotEntity } from './features/metrics/snapshots/snapshot.entity.ts';
import { SroiModelEntity } from './features/sroi/sroi-model.entity.ts';
import { SroiProxyEntity } from './features/sroi/sroi-proxy.entity.ts';
import { SroiRowEntity } from './features/sroi/sroi-row.entity.ts';
import { SroiAssumptionEntity } from './features/sroi/sroi-assumption.entity.ts';
import { SroiScenarioEntity } from './features/sroi/sroi-scenario.entity.ts';
import { SroiVersionEntity } from './features/sroi/sroi-version.entity.ts';

/** Every table that is read or written through TypeORM. */
export const entities = [
  AllocationRuleEntity,
  AttendanceEntity,
  AuditEntryEntity,
  BranchEntity,
  BudgetEntity,
  CoordinatorEntity,
  CostEntity,
  DuoEntity,
  EventEntity,
  GrantConditionEntity,
  GrantDeadlineEntity,
  GrantEntity,
  GrantInstalmentEntity,
  ImportMappingEntity,
  ImportRunEntity,
  InKindRateEntity,
  LedgerEntity,
  LedgerEventEntity,
  MeetingEntity,
  MembershipEntity,
  MenteeEntity,
  MentorEntity,
  OutcomeEntity,
  ResponseEntity,
  PartnerEntity,
  PersonEntity,
  SnapshotEntity,
  SroiModelEntity,
  SroiProxyEntity,
  SroiRowEntity,
  SroiAssumptionEntity,
  SroiScenarioEntity,
  SroiVersionEntity,
  TimeEntryEntity,
  VolunteerEntity,
];

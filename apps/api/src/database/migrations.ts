import { Programme1700000000000 } from './migrations/1700000000000-programme.ts';
import { Facts1700000000001 } from './migrations/1700000000001-facts.ts';
import { Identity1700000000002 } from './migrations/1700000000002-identity.ts';
import { Imports1700000000003 } from './migrations/1700000000003-imports.ts';
import { ImportKeys1700000000004 } from './migrations/1700000000004-import-keys.ts';
import { MeetingVersion1700000000005 } from './migrations/1700000000005-meeting-version.ts';
import { FoldedNames1700000000006 } from './migrations/1700000000006-folded-names.ts';
import { WaitingWriters1700000000007 } from './migrations/1700000000007-waiting-writers.ts';
import { RowLevelSecurity1700000000008 } from './migrations/1700000000008-row-level-security.ts';
import { Audit1700000000009 } from './migrations/1700000000009-audit.ts';
import { Accounts1700000000010 } from './migrations/1700000000010-accounts.ts';
import { Limits1700000000011 } from './migrations/1700000000011-limits.ts';
import { Privacy1700000000012 } from './migrations/1700000000012-privacy.ts';
import { Idempotency1700000000013 } from './migrations/1700000000013-idempotency.ts';
import { OutcomeVersion1700000000014 } from './migrations/1700000000014-outcome-version.ts';
import { FiltersOnFacts1700000000015 } from './migrations/1700000000015-filters-on-facts.ts';
import { AccountVersion1700000000016 } from './migrations/1700000000016-account-version.ts';
import { Dimensions1700000000017 } from './migrations/1700000000017-dimensions.ts';
import { RollUps1700000000018 } from './migrations/1700000000018-roll-ups.ts';
import { Snapshots1700000000019 } from './migrations/1700000000019-snapshots.ts';
import { SroiVersions1700000000020 } from './migrations/1700000000020-sroi-versions.ts';
import { SroiProxies1700000000021 } from './migrations/1700000000021-sroi-proxies.ts';
import { ReleaseLedger1700000000040 } from './migrations/1700000000040-release-ledger.ts';
import { Comparisons1700000000050 } from './migrations/1700000000050-comparisons.ts';
import { Ledger1700000000030 } from './migrations/1700000000030-ledger.ts';
import { Grants1700000000031 } from './migrations/1700000000031-grants.ts';
import { MoneyPlans1700000000032 } from './migrations/1700000000032-money-plans.ts';
import { Publications1700000000075 } from './migrations/1700000000075-publications.ts';
import { MonthsAsOfToday1700000000090 } from './migrations/1700000000090-months-as-of-today.ts';
import { NarrowRefresh1700000000091 } from './migrations/1700000000091-narrow-refresh.ts';
import { InKindMonths1700000000092 } from './migrations/1700000000092-in-kind-months.ts';
import { HeldDuos1700000000093 } from './migrations/1700000000093-held-duos.ts';
import { KeptYears1700000000094 } from './migrations/1700000000094-kept-years.ts';
import { PartnersByWhoPays1700000000095 } from './migrations/1700000000095-partners-by-who-pays.ts';
import { ClosureOfMentor1700000000096 } from './migrations/1700000000096-closure-of-mentor.ts';
import { Lists1700000000060 } from './migrations/1700000000060-lists.ts';
import { ErasureFindsByIndex1700000000061 } from './migrations/1700000000061-erasure-finds-by-index.ts';
import { RetentionLooksUp1700000000062 } from './migrations/1700000000062-retention-looks-up.ts';
import { Events1700000000070 } from './migrations/1700000000070-events.ts';
import { RatesInLanguages1700000000108 } from './migrations/1700000000108-rates-in-languages.ts';
import { SroiAssumptions1700000000110 } from './migrations/1700000000110-sroi-assumptions.ts';
import { KeptSpans1700000000115 } from './migrations/1700000000115-kept-spans.ts';
import { RecordedOn1700000000125 } from './migrations/1700000000125-recorded-on.ts';
import { SourcesInLanguages1700000000130 } from './migrations/1700000000130-sources-in-languages.ts';
import { EarmarksByGrant1700000000131 } from './migrations/1700000000131-earmarks-by-grant.ts';
import { PublishedWords1700000000132 } from './migrations/1700000000132-published-words.ts';
import { SourcesOfValues1700000000135 } from './migrations/1700000000135-sources-of-values.ts';
import { ReleaseFailures1700000000138 } from './migrations/1700000000138-release-failures.ts';
import { AllocationSpans1700000000140 } from './migrations/1700000000140-allocation-spans.ts';
import { ShownMeanwhile1700000000142 } from './migrations/1700000000142-shown-meanwhile.ts';
import { MappedWords1700000000144 } from './migrations/1700000000144-mapped-words.ts';
import { ReversalsByTheirDay1700000000143 } from './migrations/1700000000143-reversals-by-their-day.ts';
import { PublishedRatesForPartners1700000000145 } from './migrations/1700000000145-published-rates-for-partners.ts';
import { RefreshPlannedOnce1700000000146 } from './migrations/1700000000146-refresh-planned-once.ts';
import { SumsOfTheDay1700000000147 } from './migrations/1700000000147-sums-of-the-day.ts';
import { KeysOfWholeLines1700000000155 } from './migrations/1700000000155-keys-of-whole-lines.ts';
import { CountriesOfToday1700000000156 } from './migrations/1700000000156-countries-of-today.ts';

/** All migrations, oldest first. A new one is added at the end. */
export const migrations = [
  Programme1700000000000,
  Facts1700000000001,
  Identity1700000000002,
  Imports1700000000003,
  ImportKeys1700000000004,
  MeetingVersion1700000000005,
  FoldedNames1700000000006,
  WaitingWriters1700000000007,
  RowLevelSecurity1700000000008,
  Audit1700000000009,
  Accounts1700000000010,
  Limits1700000000011,
  Privacy1700000000012,
  Idempotency1700000000013,
  OutcomeVersion1700000000014,
  FiltersOnFacts1700000000015,
  AccountVersion1700000000016,
  Dimensions1700000000017,
  RollUps1700000000018,
  Snapshots1700000000019,
  SroiVersions1700000000020,
  SroiProxies1700000000021,
  ReleaseLedger1700000000040,
  Comparisons1700000000050,
  Ledger1700000000030,
  Grants1700000000031,
  MoneyPlans1700000000032,
  Publications1700000000075,
  MonthsAsOfToday1700000000090,
  NarrowRefresh1700000000091,
  InKindMonths1700000000092,
  HeldDuos1700000000093,
  KeptYears1700000000094,
  PartnersByWhoPays1700000000095,
  ClosureOfMentor1700000000096,
  Lists1700000000060,
  ErasureFindsByIndex1700000000061,
  RetentionLooksUp1700000000062,
  Events1700000000070,
  RatesInLanguages1700000000108,
  SroiAssumptions1700000000110,
  KeptSpans1700000000115,
  RecordedOn1700000000125,
  SourcesInLanguages1700000000130,
  EarmarksByGrant1700000000131,
  PublishedWords1700000000132,
  SourcesOfValues1700000000135,
  ReleaseFailures1700000000138,
  AllocationSpans1700000000140,
  ShownMeanwhile1700000000142,
  ReversalsByTheirDay1700000000143,
  MappedWords1700000000144,
  PublishedRatesForPartners1700000000145,
  RefreshPlannedOnce1700000000146,
  SumsOfTheDay1700000000147,
  KeysOfWholeLines1700000000155,
  CountriesOfToday1700000000156,
];

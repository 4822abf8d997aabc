import type { AllocatedPart } from '@tandem/domain/allocation';
import { euros } from '@tandem/domain/money';
import { WHOLE_SHARE } from '@tandem/domain/funding';
import type { Period } from '@tandem/domain/period';
import type { CostNature } from '@tandem/domain/vocabulary';
import type { Context } from '../../graphql/context.ts';
import {
  allocateLine,
  allocatePeriod,
  allocateTime,
  duosOf,
  type AllocatedPeriod,
} from './allocate-period.ts';
import { AllocationRuleEntity } from './allocation-rule.entity.ts';
import type {
  AllocatedGroupType,
  AllocationTraceType,
  AllocationType,
  LineAllocationType,
} from './allocation.type.ts';

/** Average length of a month. */
export const DAYS_A_MONTH = 365 / 12;
/** The most lines that a trace shows. */
const MOST_LINES = 1000;

/** The cost of a period by who bears it; null where there is no such version of the rule. */
export async function readAllocation(
  context: Context,
  period: Period,
  version: number | undefined,
): Promise<AllocationType | null> {
  const allocated = await allocatePeriod(context, period, version);
  if (allocated === undefined) return null;
  const { rule, lines } = allocated;
  return {
    rule: await context.db.getRepository(AllocationRuleEntity).findOneByOrFail({ version: rule.version }),
    ...period,
    ledger: euros(lines.reduce((sum, { cents }) => sum + cents, 0)),
    groups: await groupsOf(context, allocated),
  };
}

async function groupsOf(context: Context, allocated: AllocatedPeriod): Promise<AllocatedGroupType[]> {
  const groups = await duosOf(context, allocated);
  const natures = new Map(allocated.lines.map(({ id, nature }) => [id, nature]));
  const keyOf = ({ branchId, grantId }: Group) => `${branchId} ${grantId}`;
  const sums = new Map<string, Group & { cost: number; byRule: number; marginal: number }>();
  const sumOf = ({ branchId, grantId }: Group) => {
    const key = keyOf({ branchId, grantId });
    const sum = sums.get(key) ?? { branchId, grantId, cost: 0, byRule: 0, marginal: 0 };
    sums.set(key, sum);
    return sum;
  };
  for await (const some of allocated.parts)
    for (const part of some) {
      const sum = sumOf(part);
      sum.cost += part.cents;
      if (part.byRule) sum.byRule += part.cents;
      if (natures.get(part.lineId) !== 'INDIRECT') sum.marginal += part.cents;
    }
  for (const group of groups) sumOf(group);
  const weights = new Map(groups.map((group) => [keyOf(group), group]));
  const names = await namesOf(context);
  return [...sums.entries()]
    .map(([key, { branchId, grantId, cost, byRule, marginal }]) => ({
      branchId,
      branchName: names.get(branchId) ?? '',
      grantId,
      grantReference: grantId === null ? null : (names.get(grantId) ?? ''),
      startedDuos: Number(weights.get(key)?.started ?? 0n) / WHOLE_SHARE,
      activeDuoMonths: Number(weights.get(key)?.activeDays ?? 0n) / WHOLE_SHARE / DAYS_A_MONTH,
      cost: euros(cost),
      byRule: euros(byRule),
      marginal: euros(marginal),
    }))
    .toSorted(byBearer);
}

interface Group {
  readonly branchId: string;
  readonly grantId: string | null;
}

interface Bearer {
  readonly branchName: string;
  readonly grantReference: string | null;
}

/** By branch and grant; what no grant pays comes last. */
function byBearer(a: Bearer, b: Bearer): number {
  return (
    a.branchName.localeCompare(b.branchName) ||
    Number(a.grantReference === null) - Number(b.grantReference === null) ||
    (a.grantReference ?? '').localeCompare(b.grantReference ?? '')
  );
}

async function namesOf({ db }: Context): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await db.query(
    'select id, name from branch union all select id, reference from funding_grant',
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

interface Traced {
  readonly branchId?: string | undefined;
  /** Null for what no grant pays. */
  readonly grantId?: string | null | undefined;
  readonly nature?: CostNature | undefined;
  /** Whether lines about the period are asked for, instead of those that are booked in it. */
  readonly about: boolean;
}

/** Which lines of the ledger the cost of a branch, of a grant or of both comes from. */
export async function traceAllocation(
  context: Context,
  period: Period,
  version: number | undefined,
  of: Traced,
): Promise<AllocationTraceType | null> {
  const allocated = of.about
    ? await allocateTime(context, period, { version })
    : await allocatePeriod(context, period, version);
  if (allocated === undefined) return null;
  const natures = new Map(allocated.lines.map(({ id, nature }) => [id, nature]));
  const ofLine = new Map<string, { cents: number; byRule: boolean }>();
  for await (const some of allocated.parts)
    for (const { lineId, branchId, grantId, byRule, cents } of some) {
      if (of.branchId !== undefined && branchId !== of.branchId) continue;
      if (of.grantId !== undefined && grantId !== of.grantId) continue;
      if (of.nature !== undefined && natures.get(lineId) !== of.nature) continue;
      const borne = ofLine.get(lineId)?.cents ?? 0;
      ofLine.set(lineId, { cents: borne + cents, byRule });
    }
  const shown = allocated.lines.filter(({ id }) => ofLine.has(id)).slice(0, MOST_LINES);
  const references: { id: string; reference: string | null }[] = await context.db.query(
    'select id, reference from cost where id = any ($1)',
    [shown.map(({ id }) => id)],
  );
  const referenceOf = new Map(references.map(({ id, reference }) => [id, reference]));
  const names = await namesOf(context);
  const lines = shown.flatMap(({ id, bookedOn, category, nature, branchId, cents: lineCents }) => {
    const borne = ofLine.get(id);
    if (borne === undefined) return [];
    const reference = referenceOf.get(id) ?? null;
    return [
      {
        id,
        bookedOn,
        category,
        nature,
        ...borne,
        lineCents,
        reference,
        branchName: names.get(branchId) ?? '',
      },
    ];
  });
  return {
    total: euros([...ofLine.values()].reduce((sum, { cents }) => sum + cents, 0)),
    lineCount: ofLine.size,
    lines,
  };
}

/** Who bears a line of the ledger: the trace from its other end. */
export async function readLineAllocation(
  context: Context,
  id: string,
  period: Period,
): Promise<LineAllocationType | null> {
  const allocated = await allocateLine(context, id, period);
  if (allocated === undefined) return null;
  const { rule, span, line } = allocated;
  const names = await namesOf(context);
  const parts: AllocatedPart[] = [];
  for await (const some of allocated.parts) parts.push(...some);
  return {
    ruleVersion: rule.version,
    span: rule.span,
    ...span,
    amount: euros(line.cents),
    byRule: parts.every(({ byRule }) => byRule),
    parts: parts
      .map(({ branchId, grantId, cents }) => ({
        branchId,
        branchName: names.get(branchId) ?? '',
        grantId,
        grantReference: grantId === null ? null : (names.get(grantId) ?? ''),
        cents,
      }))
      .toSorted(byBearer),
  };
}

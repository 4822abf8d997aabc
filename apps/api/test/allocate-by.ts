import type { AllocationSpan } from '@tandem/domain/vocabulary';
import { ask, viewerWith, type Testkit } from './testkit.ts';

const finance = viewerWith('FINANCE');

/** Has a version of the allocation rule of this span in force: the one that is, or a new one that says the same otherwise. */
export async function allocateBy(kit: Testkit, span: AllocationSpan): Promise<void> {
  const { allocationRules } = await ask(kit, finance, '{ allocationRules { version basis span spread } }');
  const { version, basis, span: inForce, spread } = allocationRules[0];
  if (inForce === span) return;
  await ask(
    kit,
    finance,
    'mutation ($version: Int!, $input: AllocationRuleInput!) { saveAllocationRule(version: $version, input: $input) { __typename } }',
    { version, input: { basis, span, spread, reason: 'x' } },
  );
}

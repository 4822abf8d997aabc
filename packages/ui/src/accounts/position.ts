import type { Position } from '@tandem/domain/account';
import { isPartnerRole } from '@tandem/domain/capabilities';
import type { IntlShape } from 'react-intl';

/** Of what was typed, what the role has: a field that went out of sight does not count. */
export function positionOf({ role, partnerId, branchIds }: Position): Position & { branchIds: string[] } {
  return {
    role,
    partnerId: isPartnerRole(role) ? partnerId : null,
    branchIds: role === 'COORDINATOR' ? [...branchIds] : [],
  };
}

interface Placed {
  readonly partner?: { readonly name: string } | null;
  readonly branches: readonly { readonly name: string }[];
}

/** For which partner, or in which branches; nothing for staff of the whole programme. */
export function placeOf(intl: IntlShape, { partner, branches }: Placed): string | undefined {
  if (partner != null) return partner.name;
  return branches.length === 0 ? undefined : intl.formatList(branches.map(({ name }) => name));
}

import { isPartnerRole, type Role } from './capabilities.ts';
import { accept, refuse, type Decision } from './refusal.ts';

/** What an account acts as, for whom, and where. */
export interface Position {
  readonly role: Role;
  /** Of partner roles, and only of those. */
  readonly partnerId: string | null;
  /** Of coordinators, and only of those. */
  readonly branchIds: readonly string[];
}

/** Whose accounts somebody manages: everybody's, or those of one partner. */
export interface Manager {
  readonly userId: string;
  /** Null for staff. */
  readonly partnerId: string | null;
}

/** Whether an account may be given this position by who manages it. */
export function decidePosition(manager: Manager, position: Position): Decision<Position> {
  const { role, partnerId, branchIds } = position;
  if (manager.partnerId !== null && (!isPartnerRole(role) || partnerId !== manager.partnerId))
    return refuse('CHOICE_INVALID', 'role');
  if (isPartnerRole(role) !== (partnerId !== null))
    return refuse(partnerId === null ? 'REQUIRED' : 'CHOICE_INVALID', 'partnerId');
  if (role === 'COORDINATOR' && branchIds.length === 0) return refuse('REQUIRED', 'branchIds');
  if (role !== 'COORDINATOR' && branchIds.length > 0) return refuse('CHOICE_INVALID', 'branchIds');
  return accept(position);
}

/** Whether a manager may take something from an account: not from one's own, which nobody could give back. */
export function decideOnOther(manager: Manager, userId: string): Decision<null> {
  return manager.userId === userId ? refuse('OWN_ACCOUNT', 'id') : accept(null);
}

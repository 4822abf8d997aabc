import { ROLES } from '@tandem/domain/capabilities';
import type { z } from 'zod';
import { listState, someOf } from '../table/list-state.ts';

/** Whether an account may sign in. */
export const ACCOUNT_STATES = ['ACTIVE', 'DISABLED'] as const;

/** What a list of accounts shows, as it stands in the address bar. */
export const accountsSearch = listState.extend({ role: someOf(ROLES), state: someOf(ACCOUNT_STATES) });
export type AccountsSearch = z.output<typeof accountsSearch>;

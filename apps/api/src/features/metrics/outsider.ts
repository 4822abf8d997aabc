import { viewerOf, type Context } from '../../graphql/context.ts';

/**
 * Whom figures are released to: a partner, over its own duos and over the programme as a whole; or everybody. Staff are no
 * outsiders.
 */
export type Outsider = Partner | typeof EVERYBODY;
export interface Partner {
  readonly kind: 'PARTNER';
  readonly partnerId: string;
}
export const EVERYBODY = { kind: 'PUBLIC' } as const;

/** As what the viewer asks for figures; undefined for staff. A key asks as who made it. */
export function outsiderOf(context: Context): Partner | undefined {
  const { partnerId } = viewerOf(context);
  return partnerId === null ? undefined : { kind: 'PARTNER', partnerId };
}

import type { Capability } from '@tandem/domain/capabilities';
import type { Viewer } from '@tandem/ui/viewer';
import type { LinkProps } from '@tanstack/react-router';

interface PageLink {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
}

/** A funder sees what it funds; who gives people sees them and their hours. An organisation may do both. */
export function pagesFor({ partner }: Viewer, can: (capability: Capability) => boolean): readonly PageLink[] {
  const funds = (partner?.grantCount ?? 0) > 0;
  const givesPeople = partner?.kind === 'COMPANY' && can('SEE_OWN_VOLUNTEERS');
  return [
    ...(funds ? [{ to: '/' as const, label: 'nav.impact' }] : []),
    ...(givesPeople
      ? [
          { to: '/people' as const, label: 'nav.people' },
          { to: '/hours' as const, label: 'nav.hours' },
        ]
      : []),
    ...(can('MANAGE_OWN_MEMBERS') ? [{ to: '/organisation' as const, label: 'nav.organisation' }] : []),
  ];
}

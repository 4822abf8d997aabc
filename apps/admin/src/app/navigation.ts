import type { Capability } from '@tandem/domain/capabilities';
import type { LinkProps } from '@tanstack/react-router';

interface PageLink {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
  /** Who may open it: whoever has one of them. */
  readonly needs: readonly Capability[];
  /** In the rail, or only in the palette. */
  readonly inRail: boolean;
}

/** The pages that can be opened from anywhere. */
export const PAGES: readonly PageLink[] = [
  { to: '/', label: 'nav.today', needs: ['SEE_FIGURES'], inRail: true },
  { to: '/mentees', label: 'nav.mentees', needs: ['SEE_PEOPLE'], inRail: true },
  { to: '/mentors', label: 'nav.mentors', needs: ['SEE_PEOPLE'], inRail: true },
  { to: '/duos', label: 'nav.duos', needs: ['SEE_DUOS'], inRail: true },
  { to: '/events', label: 'events.title', needs: ['SEE_EVENTS'], inRail: true },
  { to: '/indicators', label: 'nav.indicators', needs: ['SEE_FIGURES'], inRail: true },
  { to: '/snapshots', label: 'snapshots.title', needs: ['SEAL_FIGURES'], inRail: false },
  {
    to: '/indicators/research',
    label: 'research.title',
    needs: ['EXPORT_RESEARCH_DATA'],
    inRail: false,
  },
  { to: '/publication', label: 'publication.title', needs: ['PUBLISH_FIGURES'], inRail: false },
  { to: '/money', label: 'nav.money', needs: ['SEE_MONEY'], inRail: true },
  { to: '/sroi', label: 'nav.sroi', needs: ['SEE_SROI'], inRail: true },
  { to: '/partners', label: 'nav.partners', needs: ['SEE_PARTNERS'], inRail: true },
  { to: '/hours', label: 'nav.hours', needs: ['APPROVE_HOURS'], inRail: true },
  { to: '/accounts', label: 'accounts.title', needs: ['MANAGE_ACCOUNTS'], inRail: true },
  { to: '/audit', label: 'nav.audit', needs: ['SEE_AUDIT'], inRail: true },
  { to: '/privacy', label: 'nav.privacy', needs: ['MANAGE_PRIVACY'], inRail: true },
  { to: '/imports', label: 'nav.imports', needs: ['IMPORT', 'MANAGE_MONEY'], inRail: true },
];

import { gql, type TypedDocumentNode } from '@apollo/client';
import type { Capability, Role } from '@tandem/domain/capabilities';
import type { CalendarDay } from '@tandem/domain/calendar-day';
import { createContext, useContext } from 'react';

/** Who is signed in, as the server says. */
export interface Viewer {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly capabilities: readonly Capability[];
  readonly sampleMode: boolean;
  readonly today: CalendarDay;
  readonly partner: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly grantCount: number;
  } | null;
  readonly coordinator: {
    readonly id: string;
    readonly branch: { readonly id: string; readonly name: string };
  } | null;
}

export const VIEWER: TypedDocumentNode<{ viewer: Viewer | null }, Record<string, never>> = gql`
  query Viewer {
    viewer {
      name
      email
      role
      capabilities
      sampleMode
      today
      partner {
        id
        name
        kind
        grantCount
      }
      coordinator {
        id
        branch {
          id
          name
        }
      }
    }
  }
`;

export const ViewerContext = createContext<Viewer | undefined>(undefined);

/** Who is signed in; only below a SessionGate. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === undefined) throw new Error('there is no SessionGate above');
  return viewer;
}

export function useCan(): (capability: Capability) => boolean {
  const { capabilities } = useViewer();
  return (capability) => capabilities.includes(capability);
}

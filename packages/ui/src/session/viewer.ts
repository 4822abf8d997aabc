import type { Capability } from '@tandem/domain/capabilities';
import { createContext, useContext } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ViewerQuery } from '../gql/graphql.ts';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      name
      email
      role
      capabilities
      sampleMode
      secondFactorDue
      today
      partner {
        id
        name
        kind
        grantCount
      }
      branches {
        id
        name
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
`);

/** Who is signed in, as the server says. */
export type Viewer = NonNullable<ViewerQuery['viewer']>;

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

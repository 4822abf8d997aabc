import { useViewer } from '@tandem/ui/viewer';

/** Of what a page counts: a coordinator meets the records of her branches alone. */
export function useSeenScope(): 'branches' | 'programme' {
  return useViewer().role === 'COORDINATOR' ? 'branches' : 'programme';
}

import type { About } from '@tandem/ui/about';
import { useAboutValueMap } from '@tandem/ui/use-about-value-map';
import type { Version } from './sroi.queries.ts';

/** What files of a version say of it, with a link that leads to this version: without one the page opens the draft. */
export function useAboutVersion(): (version: Version) => About {
  const aboutValueMap = useAboutValueMap();
  return (version) => {
    const link = new URL(window.location.href);
    link.searchParams.set('mapVersion', version.id);
    return { ...aboutValueMap(version), link: link.href };
  };
}

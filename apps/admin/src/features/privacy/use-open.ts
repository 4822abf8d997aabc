import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/privacy');

/** What is edited beside the page, as the address says. */
export function useOpen() {
  const { open } = route.useSearch();
  const navigate = route.useNavigate();
  return {
    open,
    edit: (what: string) => void navigate({ search: (before) => ({ ...before, open: what }) }),
    close: () => void navigate({ search: (before) => ({ ...before, open: undefined }) }),
  };
}

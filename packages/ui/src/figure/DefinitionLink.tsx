import { createContext, useContext, type ReactNode } from 'react';

/** Leads to the page of an indicator's definition, by its id. */
type DefinitionLink = (id: string, words: ReactNode) => ReactNode;

const Links = createContext<DefinitionLink | undefined>(undefined);

/** How a portal leads to the pages of definitions; without it nothing leads there. */
export function DefinitionLinks({
  link,
  children,
}: {
  readonly link: DefinitionLink;
  readonly children: ReactNode;
}) {
  return <Links value={link}>{children}</Links>;
}

export function useDefinitionLink(): DefinitionLink | undefined {
  return useContext(Links);
}

import type { Programme } from './programme.ts';

/** Who gives grants in a region; the sample has one of each. */
export const FUNDERS = ['EMPLOYMENT_SERVICE', 'SOCIAL_FUND', 'FOUNDATION', 'BANK', 'RUN', 'TOWN'] as const;
export type Funder = (typeof FUNDERS)[number];

const KINDS = {
  EMPLOYMENT_SERVICE: 'PUBLIC_BODY',
  SOCIAL_FUND: 'PUBLIC_BODY',
  FOUNDATION: 'FOUNDATION',
  BANK: 'COMPANY',
  RUN: 'FUNDRAISER',
  TOWN: 'PUBLIC_BODY',
  POST: 'COMPANY',
  INSURANCE: 'COMPANY',
} as const;

/**
 * Makes partners as regions need them: a social fund and an insurer for all, an employment service and a post for each
 * country, a foundation, a bank, a run and a town for each region.
 */
export function makePartners({ newId, records }: Programme) {
  const known = new Map<string, string>();
  const partner = (kind: keyof typeof KINDS, name: string) => {
    let id = known.get(name);
    if (id === undefined) {
      id = newId();
      known.set(name, id);
      records.add('partner', id, name, KINDS[kind]);
    }
    return id;
  };
  return (country: string, region: string, town: string) => ({
    EMPLOYMENT_SERVICE: partner('EMPLOYMENT_SERVICE', `Service public de l'emploi (${country})`),
    SOCIAL_FUND: partner('SOCIAL_FUND', 'Fonds social européen'),
    FOUNDATION: partner('FOUNDATION', `Fondation Horizon (${region})`),
    BANK: partner('BANK', `Banque du Parc (${region})`),
    RUN: partner('RUN', `Course solidaire (${region})`),
    TOWN: partner('TOWN', `Ville de ${town}`),
    POST: partner('POST', `Poste Nationale (${country})`),
    INSURANCE: partner('INSURANCE', 'Assurances du Midi'),
  });
}

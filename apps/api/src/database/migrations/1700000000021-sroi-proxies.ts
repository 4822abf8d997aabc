import type { MigrationInterface, QueryRunner } from 'typeorm';

const EFSI = 'IDEA Consult for EFSI, December 2012: Socio-economic cost of a person out of work';
const GMCA = 'GMCA Unit Cost Database v1.4';

/** What the library begins with: published unit costs, as they were published, in their own currency and prices. */
const PROXIES: readonly (readonly [
  name: string,
  cents: number,
  currency: string,
  year: number,
  country: string,
  unit: string,
  source: string,
  note: string | null,
])[] = [
  [
    'Public cost of a person out of work',
    3344300,
    'EUR',
    2010,
    'BE',
    'person, year',
    EFSI,
    'Direct 11 176 and indirect 22 267 euros (Belgian Senate, written question 5-8138, 14 February 2013).',
  ],
  ['Public cost of a person out of work', 2873700, 'EUR', 2010, 'FR', 'person, year', EFSI, null],
  ['Public cost of a person out of work', 2690500, 'EUR', 2010, 'SE', 'person, year', EFSI, null],
  ['Public cost of a person out of work', 2555000, 'EUR', 2010, 'DE', 'person, year', EFSI, null],
  ['Public cost of a person out of work', 1999100, 'EUR', 2010, 'ES', 'person, year', EFSI, null],
  ['Public cost of a person out of work', 1800800, 'EUR', 2010, 'GB', 'person, year', EFSI, null],
  [
    'Public cost of a person out of work',
    2568200,
    'EUR',
    2002,
    'BE',
    'person, year',
    'Federal Planning Bureau, in De Tijd: Werkloze kost staatskas 25.000 euro per jaar',
    'Benefit 8 465, contributions 10 927, income tax 5 575, indirect tax 714 euros; the parts add up to one euro less.',
  ],
  [
    'Jobseeker’s allowance claimant enters work',
    980000,
    'GBP',
    2012,
    'GB',
    'claimant, year',
    GMCA,
    'Prices of 2012/13: 9 234 and 566 pounds.',
  ],
  [
    'Employment and support allowance or incapacity benefit claimant enters work',
    863200,
    'GBP',
    2012,
    'GB',
    'claimant, year',
    GMCA,
    'Prices of 2012/13: 7 500 and 1 132 pounds.',
  ],
  [
    'Income support claimant enters work',
    757000,
    'GBP',
    2012,
    'GB',
    'claimant, year',
    GMCA,
    'Prices of 2012/13: 7 004 and 566 pounds.',
  ],
  [
    'Person of 18 to 24 not in education, employment or training',
    425700,
    'GBP',
    2010,
    'GB',
    'claimant, year',
    GMCA,
    'Prices of 2010/11: 3 218 and 1 039 pounds.',
  ],
];

/** The library of proxies, from which rows of the value map take their amount together with its source. */
export class SroiProxies1700000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
create table sroi_proxy (
  id uuid primary key default uuid_v7(),
  name text not null check (name <> ''),
  cents bigint not null,
  currency char(3) not null,
  price_year integer not null,
  country char(2) not null,
  unit text not null check (unit <> ''),
  source text not null check (source <> ''),
  note text,
  version integer not null default 1,
  removed_at timestamptz
);
alter table sroi_proxy enable row level security;
create policy staff_rows on sroi_proxy to tandem_staff using (true) with check (true);
grant select, insert, update on sroi_proxy to tandem_staff;
`);
    for (const proxy of PROXIES)
      await runner.query(
        `insert into sroi_proxy (name, cents, currency, price_year, country, unit, source, note) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [...proxy],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sroi_proxy');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes of ISO 3166-1 that are no longer in force, each with the one that names the country now. */
const FORMER_CODES = {
  AN: 'CW',
  BU: 'MM',
  CS: 'RS',
  DD: 'DE',
  DY: 'BJ',
  FX: 'FR',
  HV: 'BF',
  NH: 'VU',
  RH: 'ZW',
  SU: 'RU',
  TP: 'TL',
  UK: 'GB',
  VD: 'VN',
  YD: 'YE',
  YU: 'RS',
  ZR: 'CD',
};

const COLUMNS = [
  ['branch', 'country'],
  ['mentee', 'nationality'],
  ['comparison_member', 'country'],
  ['comparison_member', 'nationality'],
] as const;

/** Names of countries in files were read as codes of former times: France as FX, Congo-Kinshasa as ZR. */
export class CountriesOfToday1700000000156 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const codes = Object.entries(FORMER_CODES);
    let changed = 0;
    for (const [table, column] of COLUMNS) {
      const [, rows]: [unknown, number] = await runner.query(
        `update ${table} set ${column} = code.now from unnest($1::text[], $2::text[]) as code (former, now) where ${column} = code.former`,
        [codes.map(([former]) => former), codes.map(([, now]) => now)],
      );
      changed += rows;
    }
    // Facts hold countries, and how nationalities are grouped.
    if (changed > 0) await runner.query('select rebuild_facts()');
  }

  async down(): Promise<void> {
    throw new Error(
      'which records had a former code of their country is not kept: restore the database instead',
    );
  }
}

import { expect, test } from 'vitest';
import { openTestkit } from '../../test/testkit.ts';
import { makeDataSource } from './data-source.ts';
import { migrations } from './migrations.ts';
import { SroiVersions1700000000020 } from './migrations/1700000000020-sroi-versions.ts';

test('a value map of before there were versions becomes the draft, row by row', async () => {
  const kit = await openTestkit('2017-12-31');
  const url = new URL(kit.url);
  url.pathname = `${url.pathname}_before`;
  await kit.db.query(`create database ${url.pathname.slice(1)} template template0`);
  const open = async (upTo: number) => {
    const db = makeDataSource(url.toString(), (error) => {
      throw error;
    });
    db.setOptions({ migrations: migrations.slice(0, upTo) });
    await db.initialize();
    await db.runMigrations({ transaction: 'all' });
    return db;
  };
  const before = await open(migrations.indexOf(SroiVersions1700000000020));
  await before.query(
    `with model as (insert into sroi_model (name, discount_rate, discount_convention, version) values ('Ours', 0.03, 'START_OF_YEAR', 7) returning id)
     insert into sroi_row (model_id, position, stakeholder, outcome, quantity_metric, quantity, proxy_cents, proxy_year, proxy_country, proxy_source,
       deadweight, displacement, attribution, drop_off, duration_years, first_year, evidence_grade)
     select id, position, 'MENTEES', outcome, metric, quantity, 100, 2010, 'BE', null, 0.5, 0, 0, 0.1, years, 2, 'MEASURED'
     from model, (values (1, 'Work', 'EMPLOYMENT_RATE', null::float, 3), (2, 'Rest', null, 4, 1)) as row (position, outcome, metric, quantity, years)`,
  );
  await before.destroy();
  const after = await open(migrations.length);
  expect(
    await after.query(
      `select sroi_version.name, status, discount_schedule, discount_convention, horizon_years, version, model.name as model, published_version_id
       from sroi_version join sroi_model as model on model.id = model_id`,
    ),
  ).toEqual([
    {
      name: 'Ours',
      status: 'DRAFT',
      discount_schedule: [{ fromYear: 1, rate: 0.03 }],
      discount_convention: 'START_OF_YEAR',
      horizon_years: 4,
      version: 7,
      model: 'Ours',
      published_version_id: null,
    },
  ]);
  expect(
    await after.query(
      `select outcome, quantity_metric, quantity, duration_years, first_year, leakage, ranges, evidence_grade from sroi_row order by position`,
    ),
  ).toMatchObject([
    {
      outcome: 'Work',
      quantity_metric: 'EMPLOYMENT_RATE',
      quantity: null,
      duration_years: 3,
      leakage: 0,
      ranges: [],
    },
    { outcome: 'Rest', quantity_metric: null, quantity: 4, duration_years: 1, evidence_grade: 'MEASURED' },
  ]);
  await after.destroy();
  await kit.db.query(`drop database ${url.pathname.slice(1)}`);
  await kit.close();
}, 120_000);

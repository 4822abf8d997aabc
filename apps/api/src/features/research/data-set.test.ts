import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { ALL_COLUMNS, countOf, kit, take, USE, type Row, type Taken } from '../../../test/research-kit.ts';
import { ask, viewerWith } from '../../../test/testkit.ts';

const PSEUDONYMS = ['duo', 'mentee', 'mentor'];

describe('a data set for research', () => {
  let taken: Taken;
  beforeAll(async () => {
    taken = await take({ columns: ALL_COLUMNS, smallestGroup: 1 });
  });

  test('has a row for each duo and a column for each variable, with a codebook of them', () => {
    expect(taken.rows.length).toBe(471);
    expect(Object.keys(taken.rows[0] ?? {})).toEqual(ALL_COLUMNS);
    expect(taken.codebook.map(({ variable }) => variable)).toEqual(ALL_COLUMNS);
    for (const { variable, rows_with_value, rows_empty, rows_withheld } of taken.codebook) {
      const empty = countOf(taken.rows, { [variable ?? '']: '' });
      expect([variable, Number(rows_with_value), Number(rows_empty), rows_withheld]).toEqual([
        variable,
        471 - empty,
        empty,
        '0',
      ]);
    }
  });

  test('counts what the indicators count', async () => {
    const { rows } = taken;
    const figures = await ask(
      kit,
      viewerWith('ADMINISTRATOR'),
      `{ ${[
        ['exit', 'POSITIVE_EXIT_RATE', 'CLOSED'],
        ['job', 'EMPLOYMENT_RATE', 'STARTED'],
        ['stable', 'STABLE_EMPLOYMENT_RATE', 'MATURE'],
      ]
        .map(
          ([name, metric, population]) =>
            `${name}: figure(metric: ${metric}, parameters: {population: ${population}}) { ...F }`,
        )
        .join('\n')}
        held3: figure(metric: JOB_SUSTAINED_3_RATE) { ...F }
        held6: figure(metric: JOB_SUSTAINED_6_RATE) { ...F }
        held12: figure(metric: JOB_SUSTAINED_12_RATE) { ...F }
        satisfied: figure(metric: SATISFACTION_RATE) { ...F }
      } fragment F on Figure { numerator denominator unknown notYetObservable }`,
    );
    const standingsOf = (among: readonly Row[], name: string) => {
      const of = (value: string) => countOf(among, { [name]: value });
      return { numerator: of('YES'), unknown: of('UNKNOWN'), notYetObservable: of('NOT_YET') };
    };
    const closed = rows.filter((row) => row['closed'] === 'YES');
    expect(closed.length).toBe(383);
    expect(countOf(closed, { exit_within_12_months: 'YES' })).toBe(276);
    expect(figures.exit).toEqual({ denominator: 383, ...standingsOf(closed, 'exit_within_12_months') });
    expect(figures.job).toEqual({ denominator: 471, ...standingsOf(rows, 'job_within_12_months') });
    const over = rows.filter((row) => row['twelve_months_over'] === 'YES');
    const { numerator, unknown } = standingsOf(over, 'stable_job_within_12_months');
    expect(figures.stable).toMatchObject({ denominator: over.length, numerator, unknown });
    for (const months of [3, 6, 12]) {
      const name = `job_sustained_${months}_months`;
      const known = countOf(rows, { [name]: 'YES' }) + countOf(rows, { [name]: 'NO' });
      expect(figures[`held${months}`]).toEqual({ denominator: known, ...standingsOf(rows, name) });
    }
    const scores = rows
      .flatMap((row) => [row['mentee_satisfaction'], row['mentor_satisfaction']])
      .filter(Boolean);
    expect(figures.satisfied).toMatchObject({
      denominator: scores.length,
      numerator: scores.filter((score) => Number(score) >= 4).length,
    });
    // Of duos that go on it would tell the day of their start.
    expect(rows.filter((row) => row['closed'] === 'NO' && row['meetings_a_month'] !== '')).toEqual([]);
    const [{ regular }] = await kit.db.query(
      `select count(*) as regular from duo_fact where closed_on <= '2017-12-31'
         and cardinality(meeting_days) >= 2 * greatest(1, (closed_on - started_on) / 30.4375)`,
    );
    expect(closed.filter((row) => Number(row['meetings_a_month']) >= 2).length).toBe(regular);
  });

  test('says of the first exit what it was and when, so that the window can be counted again', () => {
    const closed = taken.rows.filter((row) => row['closed'] === 'YES');
    const within = closed.filter((row) => row['days_to_exit'] !== '' && Number(row['days_to_exit']) <= 365);
    // A window of twelve months is 365 days, but where it has a 29 February in it.
    expect(within.length).toBeLessThanOrEqual(276);
    expect(within.length).toBeGreaterThanOrEqual(274);
    const withExit = taken.rows.filter((row) => row['days_to_exit'] !== '');
    expect(new Set(withExit.map((row) => row['exit_kind']))).toEqual(
      new Set(['JOB', 'INTERNSHIP', 'TRAINING']),
    );
    const stable = taken.rows.filter(
      (row) => row['job_contract'] === 'OPEN_ENDED' || Number(row['job_contract_months']) >= 3,
    );
    for (const row of stable) expect(row['days_to_stable_job']).toBe(row['days_to_job']);
    expect(stable.length).toBeGreaterThan(50);
  });

  test('says which grants pay which share of a duo', async () => {
    const earmarks: { reference: string; share: number; count: number }[] = await kit.db.query(
      `select reference, share, count(*) as count from earmark join funding_grant on funding_grant.id = grant_id group by 1, 2 order by 1, 2`,
    );
    const told = taken.rows.flatMap(({ grants = '' }) => grants.split(';').filter(Boolean));
    for (const { reference, share, count } of earmarks)
      expect([reference, told.filter((one) => one === `${reference}=${share}`).length]).toEqual([
        reference,
        count,
      ]);
    expect(told.length).toBe(earmarks.reduce((sum, { count }) => sum + count, 0));
    expect(told.length).toBeGreaterThan(100);
  });

  test('names nobody, and says no day', async () => {
    const names: { said: string }[] = await kit.db.query(
      `select unnest(array[family_name, given_name, email]) as said from person union select reference from duo
       union select reference from mentee union select reference from mentor union select name from coordinator
       union select unnest(array[id, mentee_id, mentor_id, coordinator_id]::text[]) from duo`,
    );
    const cells = new Set(taken.rows.flatMap((row) => Object.values(row)));
    expect(names.filter(({ said }) => cells.has(said))).toEqual([]);
    expect(names.length).toBeGreaterThan(1000);
    expect(taken.text).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  test('has pseudonyms of its own, which tell the same person, and an order of its own', async () => {
    const again = await take({ columns: ALL_COLUMNS, smallestGroup: 1 });
    for (const name of PSEUDONYMS) {
      const [one, other] = [taken, again].map(({ rows }) => new Set(rows.map((row) => row[name])));
      expect([...(one ?? [])].filter((pseudonym) => other?.has(pseudonym))).toEqual([]);
      const [{ count }] = await kit.db.query(
        `select count(distinct ${name === 'duo' ? 'id' : `${name}_id`}) from duo`,
      );
      expect([name, one?.size, other?.size]).toEqual([name, count, count]);
      for (const pseudonym of one ?? []) expect(pseudonym).toMatch(/^[0-9a-f]{32}$/);
    }
    const withoutNames = ({ rows }: Taken) =>
      rows.map((row) =>
        Object.entries(row)
          .filter(([name]) => !PSEUDONYMS.includes(name))
          .join(),
      );
    expect(withoutNames(again).toSorted()).toEqual(withoutNames(taken).toSorted());
    expect(withoutNames(again)).not.toEqual(withoutNames(taken));
  });

  test('says what it is, and stands in the trail with its digest', async () => {
    const { readme, text, zip, response } = await take({
      columns: ['duo', 'mentee_gender', 'exit_within_12_months'],
      period: { from: '2016-01-01', to: '2017-01-01' },
      asOf: '2017-06-30',
    });
    const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
    expect(readme).toContain(sha256(text));
    expect(readme).toContain('Duos started: from 2016-01-01 to 2016-12-31');
    expect(readme).toContain('As of: 2017-06-30');
    expect(readme).toContain('Recipient: Université de Namur');
    expect(readme).toContain('POSITIVE_EXIT_RATE: Positive exits, version 2.');
    expect(readme).not.toContain('EMPLOYMENT_RATE');
    expect(response.headers.get('content-disposition')).toContain('tandem-research-2017-12-31.zip');
    const digest = Buffer.from(sha256(zip), 'hex').toString('base64');
    expect(response.headers.get('repr-digest')).toBe(`sha-256=:${digest}:`);
    const [{ after, actor_name: who }] = await kit.db.query(
      `select after, actor_name from audit_entry where action = 'exportResearchData' order by at desc, id desc limit 1`,
    );
    expect(who).toBe('ADMINISTRATOR');
    expect(after).toEqual({
      ...USE,
      purposeVersion: 1,
      rows: text.trim().split('\r\n').length - 1,
      columns: ['duo', 'mentee_gender', 'exit_within_12_months'],
      asOf: '2017-06-30',
      from: '2016-01-01',
      to: '2017-01-01',
      branch: null,
      smallestGroup: 5,
      sha256: sha256(zip),
      sha256OfDuos: sha256(text),
    });
  });

  test('is by a former day what was so by it', async () => {
    const asOf = '2016-12-31';
    const { rows } = await take({ columns: ALL_COLUMNS, smallestGroup: 1, asOf });
    const [{ duos, closed }] = await kit.db.query(
      `select count(*) as duos, count(*) filter (where closed_on <= $1) as closed from duo where started_on <= $1`,
      [asOf],
    );
    expect([rows.length, countOf(rows, { closed: 'YES' })]).toEqual([duos, closed]);
    const going = rows.filter((row) => row['closed'] === 'NO');
    for (const row of going)
      expect([row['months_to_closure'], row['closure_reason'], row['mentee_satisfaction']]).toEqual([
        '',
        '',
        '',
      ]);
    const [{ longest }] = await kit.db.query(`select $1::date - min(started_on) as longest from duo`, [asOf]);
    for (const name of ['days_to_exit', 'days_to_last_meeting', 'followed_days'])
      expect(Math.max(...rows.map((row) => Number(row[name])))).toBeLessThanOrEqual(longest);
  });
});

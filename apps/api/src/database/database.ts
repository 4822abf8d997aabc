import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type {
  DataSource,
  EntityManager,
  EntityTarget,
  ObjectLiteral,
  QueryRunner,
  Repository,
} from 'typeorm';
import type { Claim } from '../http/idempotency.ts';
import { isUnavailable } from './unavailable.ts';

/**
 * As whom the database is asked: one of its roles, and what the role's row-level policies narrow it to
 * (migrations/1700000000008-row-level-security.ts).
 */
export type Reach =
  | { readonly role: 'tandem_staff' }
  | { readonly role: 'tandem_coordinator'; readonly branchIds: readonly string[] }
  | { readonly role: 'tandem_partner'; readonly partnerId: string };

/** What an import or an operation needs of a database: the request's own, or the owner's of a command. */
export type Transactions = Pick<DataSource, 'query'> & {
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
};

/**
 * The database as one request may see it. It has one connection, taken at the first statement and given back by
 * `close`. Reads share one transaction, so that all figures of an answer are of one moment; a write has a transaction
 * of its own. Each transaction takes on the viewer's role first, and loses it with its end.
 *
 * Statements wait for each other. Those that read are prepared by name: PostgreSQL keeps their plans, and the joins of a
 * list take longer to plan than to run (1.8 against 0.5 ms for 50 duos).
 */
export class Database implements Transactions {
  /** Of the key that the request came with: each transaction that writes says so under it. */
  claim: Claim | undefined;
  readonly #runner: QueryRunner;
  readonly #reach: Reach | null;
  #client: PoolClient | undefined;
  #state: 'IDLE' | 'READING' | 'WRITING' | 'CLOSED' = 'IDLE';
  #turn: Promise<unknown> = Promise.resolve();
  /** Why nothing more is asked: a database that did not answer in time is not asked for the rest of the page. */
  #gaveUp: unknown;

  /** @param reach null for nobody, who may not ask anything. */
  constructor(source: DataSource, reach: Reach | null) {
    this.#reach = reach;
    this.#runner = source.createQueryRunner();
    const connect = this.#runner.connect.bind(this.#runner) as () => Promise<PoolClient>;
    this.#runner.connect = async () => {
      this.#client ??= await connect();
      const client = this.#client;
      return {
        query: (text: string, values?: unknown[]) => this.#inTurn(() => this.#run(client, text, values)),
      };
    };
  }

  query<Rows>(text: string, values?: readonly unknown[]): Promise<Rows> {
    return this.#runner.query(text, values === undefined ? undefined : [...values]) as Promise<Rows>;
  }

  /**
   * Counts over the whole programme for a viewer who sees a part of it. The role that this runs under reads facts and
   * money only, neither names nor notes; what comes out has yet to pass disclosure control.
   */
  async countProgramme<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    await this.#runner.connect();
    const client = this.#client as PoolClient;
    return this.#inTurn(async () => {
      await this.#beginReading(client);
      await client.query('set local role tandem_figures');
      const { rows } = await client
        .query(prepared('tandem_figures', text, values))
        .catch((error: unknown) => this.#startOver(client, error));
      await client.query(`set local role ${this.#role()}`);
      return rows as Row[];
    });
  }

  getRepository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.#runner.manager.getRepository(entity);
  }

  /** One transaction that writes; what it returns or throws decides between commit and rollback. */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    await this.#endReading('WRITING');
    try {
      return await this.#runner.manager.transaction(async (tx) => {
        // Before the role is taken on: none of them meets the claims.
        await this.claim?.mark(tx);
        await tx.query(this.#settings());
        return work(tx);
      });
    } finally {
      this.#state = 'IDLE';
    }
  }

  /** Gives the connection back. What is asked afterwards takes none again, it fails. */
  async close(): Promise<void> {
    if (this.#state === 'CLOSED') return;
    await this.#endReading('CLOSED').catch(() => undefined);
    await this.#runner.release();
  }

  #endReading(next: 'WRITING' | 'CLOSED'): Promise<void> {
    return this.#inTurn(async () => {
      const reading = this.#state === 'READING';
      this.#state = next;
      if (reading) await this.#client?.query('commit');
    });
  }

  async #run(client: PoolClient, text: string, values: readonly unknown[] | undefined) {
    if (this.#state === 'WRITING') return client.query(text, values as unknown[] | undefined);
    await this.#beginReading(client);
    return client
      .query(prepared(this.#role(), text, values ?? []))
      .catch((error: unknown) => this.#startOver(client, error));
  }

  async #beginReading(client: PoolClient): Promise<void> {
    // An answer that failed does not wait for its other fields: what they still ask comes too late.
    if (this.#state === 'CLOSED') throw new Error('the request is over');
    if (this.#gaveUp !== undefined) throw this.#gaveUp;
    if (this.#state === 'READING') return;
    await client.query(`begin isolation level repeatable read read only; ${this.#settings()}`);
    this.#state = 'READING';
  }

  /** A statement that fails takes its transaction with it; what else the request reads goes on in a new one. */
  async #startOver(client: PoolClient, error: unknown): Promise<never> {
    if (isUnavailable(error)) this.#gaveUp = error;
    this.#state = 'IDLE';
    await client.query('rollback').catch(() => undefined);
    throw error;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #role(): Reach['role'] {
    if (this.#reach === null) throw new Error('nobody is signed in, so nothing may be read');
    return this.#reach.role;
  }

  #settings(): string {
    const reach = this.#reach;
    const set = [`set local role ${this.#role()}`];
    if (reach?.role === 'tandem_partner') set.push(`set local tandem.partner = '${uuid(reach.partnerId)}'`);
    if (reach?.role === 'tandem_coordinator')
      set.push(`set local tandem.branches = '${reach.branchIds.map(uuid).join(',')}'`);
    return set.join('; ');
  }
}

/** Settings are no statement that takes values: what stands in one is looked at first. */
function uuid(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a UUID');
  return id;
}

/** So many statements are kept on each connection; what comes beyond is planned each time. */
const KEPT = 600;
const names = new Map<string, string>();

/** A plan belongs to the role it was made for: under another one, PostgreSQL would make it anew each time. */
function prepared(role: string, text: string, values: readonly unknown[]) {
  const key = `${role}\n${text}`;
  let name = names.get(key);
  if (name === undefined && names.size < KEPT) {
    name = createHash('sha256').update(key).digest('base64url');
    names.set(key, name);
  }
  return { text, values: [...values], ...(name !== undefined && { name }) };
}

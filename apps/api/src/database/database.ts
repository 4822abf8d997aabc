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
export type Reach = (
  | { readonly role: 'tandem_staff' }
  | { readonly role: 'tandem_coordinator'; readonly branchIds: readonly string[] }
  | { readonly role: 'tandem_partner'; readonly partnerId: string }
  | { readonly role: 'tandem_public' }
) & {
  /** Whose keys are met and in whose name the trail is written; without it nobody's. */
  readonly userId?: string;
  /** Whether statements, and what is worked out between them, take as long as they need, since nobody waits for them. */
  readonly unhurried?: boolean;
};

/**
 * How a statement is planned: once for whatever values, or each time for its own. A plan that is kept knows nothing of how many
 * rows its values leave: of a million duos, those of two years were read by one processor instead of two, which took 1.7 times
 * as long.
 */
export type Plan = 'KEPT' | 'FOR_ITS_VALUES';

/** What an import or an operation needs of a database: the request's own, or the owner's of a command. */
export type Transactions = Pick<DataSource, 'query'> & {
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T>;
};

/**
 * The database as one request may see it. It has one connection, taken at the first statement and given back by
 * `close`. Reads share one transaction, so that all figures of an answer are of one moment; a write has a transaction
 * of its own. Each transaction takes on the viewer's role first, and loses it with its end.
 *
 * Statements that read are sent without waiting for the answers of those before, which PostgreSQL gives in their order: it
 * works while answers are read here. They are prepared by name: PostgreSQL keeps their plans, and the joins of a
 * list take longer to plan than to run (1.8 against 0.5 ms for 50 duos).
 */
export class Database implements Transactions {
  /** Of the key that the request came with: each transaction that writes says so under it. */
  claim: Claim | undefined;
  readonly #reader: QueryRunner;
  readonly #writer: QueryRunner;
  readonly #reach: Reach;
  readonly #onLaterMoment: () => void;
  #client: PoolClient | undefined;
  readonly #connect: () => Promise<PoolClient>;
  /** A connection that is being waited for. */
  #connecting: Promise<PoolClient> | undefined;
  /** The transaction that reads, while it is open and none of its statements is known to have failed. */
  #moment: symbol | undefined;
  #isClosed = false;
  #turn: Promise<unknown> = Promise.resolve();
  /** Why nothing more is asked: a database that did not answer in time is not asked for the rest of the page. */
  #gaveUp: unknown;

  /** @param onLaterMoment called when what was read so far is of a former moment. */
  constructor(source: DataSource, reach: Reach, onLaterMoment: () => void = () => undefined) {
    this.#reach = reach;
    this.#onLaterMoment = onLaterMoment;
    this.#reader = source.createQueryRunner();
    this.#writer = source.createQueryRunner();
    const connect = this.#reader.connect.bind(this.#reader) as () => Promise<PoolClient>;
    this.#connect = async () => {
      if (this.#client !== undefined) return this.#client;
      // None is taken that nobody would give back.
      if (this.#isClosed) throw new Error('the request is over');
      this.#connecting ??= connect();
      try {
        this.#client = await this.#connecting;
      } finally {
        this.#connecting = undefined;
      }
      return this.#client;
    };
    this.#reader.connect = async () => {
      const client = await this.#connect();
      return {
        query: (text: string, values: unknown[] = []) =>
          this.#read(client, () => client.query(planned('KEPT', this.#reach.role, text, values))),
      };
    };
    // The same connection: a transaction that writes has its turn as a whole, and its statements need none of their own.
    this.#writer.connect = this.#connect;
  }

  query<Rows>(text: string, values?: readonly unknown[]): Promise<Rows> {
    return this.#reader.query(text, values === undefined ? undefined : [...values]) as Promise<Rows>;
  }

  /** Counts what the viewer may see. */
  async count<Row>(text: string, values: readonly unknown[], plan: Plan): Promise<Row[]> {
    const client = await this.#connect();
    const { rows } = await this.#read(client, () =>
      client.query(planned(plan, this.#reach.role, text, values)),
    );
    return rows as Row[];
  }

  /**
   * Counts over the whole programme for a viewer who sees a part of it. The role that this runs under reads facts and
   * money only, neither names nor notes; what comes out has yet to pass disclosure control.
   */
  async countProgramme<Row>(text: string, values: readonly unknown[], plan: Plan = 'KEPT'): Promise<Row[]> {
    if (this.#reach.role === 'tandem_public') throw new Error('nothing is counted for nobody');
    const client = await this.#connect();
    const { rows } = await this.#read(client, async () => {
      const [, answer] = await Promise.all([
        client.query('set local role tandem_figures'),
        client.query(planned(plan, 'tandem_figures', text, values)),
        // Where the statement fails so does this, and the role ends with the transaction.
        client.query(`set local role ${this.#reach.role}`),
      ]);
      return answer;
    });
    return rows as Row[];
  }

  getRepository<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>): Repository<Entity> {
    return this.#reader.manager.getRepository(entity);
  }

  /**
   * One transaction that writes; what it returns or throws decides between commit and rollback. Whatever else the request
   * asks waits until it is over: within `work`, only `tx` may be asked.
   */
  transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#refuseLate();
      await this.#endReading();
      return this.#writer.manager.transaction(async (tx) => {
        // Before the role is taken on: none of them meets the claims.
        await this.claim?.mark(tx);
        await tx.query(this.#settings());
        return work(tx);
      });
    });
  }

  /**
   * Ends the transaction that reads, before something that takes long without the database: none may stay open so long.
   * What is read next is of a later moment.
   */
  endReading(): Promise<void> {
    return this.#inTurn(() => this.#endReading());
  }

  /** Gives the connection back, once a transaction that writes is over. What is asked afterwards takes none again, it fails. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isClosed) return;
      this.#isClosed = true;
      // A field that is not waited for any more may still wait for the connection.
      await this.#connecting?.catch(() => undefined);
      await this.#endReading().catch(() => undefined);
      await this.#reader.release();
    });
  }

  async #endReading(): Promise<void> {
    if (this.#moment === undefined) return;
    this.#moment = undefined;
    this.#onLaterMoment();
    await this.#client?.query('commit');
  }

  /**
   * Its turn is over when it is sent. Where one fails, PostgreSQL refuses those that were sent after it to the same
   * transaction; they are asked again in another one.
   */
  async #read<Answer>(client: PoolClient, ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const { moment, answer } = await this.#inTurn(async () => {
        // Nothing is waited for between looking whether it is open and sending: what came after it would have no role.
        while (this.#moment === undefined) await this.#beginReading(client);
        this.#refuseLate();
        sendTogether(client);
        return { moment: this.#moment, answer: ask() };
      });
      try {
        return await answer;
      } catch (error) {
        if (this.#moment === moment) this.#startOver(client);
        if (isOfFailedTransaction(error)) continue;
        if (isUnavailable(error)) this.#gaveUp = error;
        throw error;
      }
    }
  }

  /** An answer that failed does not wait for its other fields: what they still ask comes too late. */
  #refuseLate(): void {
    if (this.#isClosed) throw new Error('the request is over');
    if (this.#gaveUp !== undefined) throw this.#gaveUp;
  }

  async #beginReading(client: PoolClient): Promise<void> {
    this.#refuseLate();
    await client.query(`begin isolation level repeatable read read only; ${this.#settings()}`);
    this.#moment = Symbol();
  }

  /** A statement that fails takes its transaction with it; what else the request reads goes on in a new one. */
  #startOver(client: PoolClient): void {
    this.#moment = undefined;
    this.#onLaterMoment();
    client.query('rollback').catch(() => undefined);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  #settings(): string {
    const reach = this.#reach;
    const set = [`set local role ${reach.role}`];
    if (reach.unhurried === true)
      set.push('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0');
    if (reach.userId !== undefined) set.push(`set local tandem.account = '${accountId(reach.userId)}'`);
    if (reach.role === 'tandem_partner') set.push(`set local tandem.partner = '${uuid(reach.partnerId)}'`);
    if (reach.role === 'tandem_coordinator')
      set.push(`set local tandem.branches = '${reach.branchIds.map(uuid).join(',')}'`);
    return set.join('; ');
  }
}

const gathering = new WeakSet<PoolClient>();

/** What fields of one level ask goes to PostgreSQL in one piece: each piece costs both sides about as much as a short statement. */
function sendTogether(client: PoolClient): void {
  if (gathering.has(client)) return;
  const { stream } = client.connection;
  gathering.add(client);
  stream.cork();
  // Once all promises that are settled by now had their turn.
  process.nextTick(() => {
    gathering.delete(client);
    stream.uncork();
  });
}

/**
 * Whether a statement was refused since one that was sent before it had failed: as part of a failed transaction, or as one
 * whose preparation was.
 */
function isOfFailedTransaction(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '25P02' || error.code === '26000');
}

/** Settings are no statement that takes values: what stands in one is looked at first. */
function uuid(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error('not a UUID');
  return id;
}

/** Ids of accounts are the library's to choose. */
function accountId(id: string): string {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Error('not the id of an account');
  return id;
}

/** So many statements are kept on each connection; what comes beyond is planned each time. */
const KEPT = 600;
const names = new Map<string, string>();

/** A plan that is kept belongs to the role it was made for: under another one, PostgreSQL would make it anew each time. */
function planned(plan: Plan, role: string, text: string, values: readonly unknown[]) {
  const statement = { text, values: [...values] };
  if (plan === 'FOR_ITS_VALUES') return statement;
  const key = `${role}\n${text}`;
  let name = names.get(key);
  if (name === undefined && names.size < KEPT) {
    name = createHash('sha256').update(key).digest('base64url');
    names.set(key, name);
  }
  return name === undefined ? statement : { ...statement, name };
}

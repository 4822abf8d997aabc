import { createHash, createHmac } from 'node:crypto';
import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '../database/new-id.ts';
import { isUnavailable } from '../database/unavailable.ts';
import type { Viewer } from '../graphql/context.ts';
import { keyFor, seal, unseal } from '../sealing.ts';
import { isPassing, readKey, REFUSALS, refusalAnswer, type Answer } from './idempotency-answers.ts';

/** The header under which a request names its key. */
export const KEY_HEADER = 'idempotency-key';

/** For so long a repeat gets the first answer. */
const KEPT_HOURS = 24;
/** After so long without effect or answer, whoever claimed a key is taken for dead. */
const LEASE_SECONDS = 60;

/** The right of one request to do what its key stands for. */
export interface Claim {
  /**
   * Says in a transaction that it has an effect under this key. The row stays locked until the transaction ends, so that
   * nobody takes the key over meanwhile. Throws where somebody has.
   */
  mark(tx: Pick<EntityManager, 'query'>): Promise<void>;
  /** Keeps the answer for repeats; one that says "not now" gives the key back instead, as long as nothing happened. */
  settle(answer: Pick<Answer, 'status' | 'body'>): Promise<void>;
  /** Gives the key back where nothing happened under it. */
  release(): Promise<boolean>;
}

export interface Idempotency {
  /**
   * Claims a key for what is asked: the claim for the first request, and the answer for every other.
   * @param asked What a repeat has in common with the first request, and no other request has.
   */
  claim(header: string, viewer: Viewer, asked: unknown): Promise<{ claim: Claim } | { answer: Answer }>;
}

interface Known {
  readonly askedHash: Buffer;
  readonly attempt: string;
  readonly effect: boolean;
  readonly answer: Buffer | null;
  readonly expired: boolean;
  readonly dead: boolean;
}

/** How often a claim is tried anew where the former one vanished under its eyes. */
const ATTEMPTS = 3;

/** Keys of requests, shared by all instances through the database. */
export function makeIdempotency(db: DataSource, secret: string, log: Logger): Idempotency {
  const find = async (account: string, keyHash: Buffer): Promise<Known | undefined> => {
    const [known]: Known[] = await db.query(
      `select asked_hash as "askedHash", attempt, effect, answer, expires_at <= now() as expired, lease_ends_at <= now() as dead
       from idempotent_request where account = $1 and key_hash = $2`,
      [account, keyHash],
    );
    return known;
  };

  /** A row that is there is looked for first: an insert would wait for the transaction that marks it. */
  const insert = async (values: readonly unknown[]): Promise<boolean> => {
    const made: unknown[] = await db.query(
      `insert into idempotent_request (account, key_hash, asked_hash, attempt, lease_ends_at, expires_at)
       select $1, $2, $3, $4, now() + make_interval(secs => ${LEASE_SECONDS}), now() + make_interval(hours => ${KEPT_HOURS})
       where not exists (select from idempotent_request where account = $1 and key_hash = $2)
       on conflict (account, key_hash) do nothing returning attempt`,
      [...values],
    );
    return made.length > 0;
  };

  /** A row that is locked belongs to a transaction that is at work, however long it takes: it is passed over. */
  const takeOver = async (account: string, keyHash: Buffer, attempt: string, next: string) => {
    const [, count]: [unknown[], number] = await db.query(
      `update idempotent_request set attempt = $4, lease_ends_at = now() + make_interval(secs => ${LEASE_SECONDS})
       where (account, key_hash) in (
         select account, key_hash from idempotent_request
         where account = $1 and key_hash = $2 and attempt = $3 and not effect and answer is null for update skip locked)`,
      [account, keyHash, attempt, next],
    );
    return count > 0;
  };

  const makeClaim = (own: readonly unknown[], sealAnswer: (text: string) => Buffer): Claim => {
    const mine = 'account = $1 and key_hash = $2 and attempt = $3';
    const release = async () => {
      const [, count]: [unknown[], number] = await db.query(
        `delete from idempotent_request where ${mine} and not effect`,
        [...own],
      );
      return count > 0;
    };
    return {
      release,
      mark: async (tx) => {
        const [, count]: [unknown[], number] = await tx.query(
          `update idempotent_request set effect = true where ${mine}`,
          [...own],
        );
        if (count === 0) throw new Error('another request has taken the idempotency key over');
      },
      // What was done is answered even if the answer could not be kept: a repeat is then told that it is lost.
      settle: async (answer) => {
        try {
          if (isPassing(answer) && (await release())) return;
          const sealed = sealAnswer(JSON.stringify(answer));
          await db.query(`update idempotent_request set answer = $4 where ${mine}`, [...own, sealed]);
        } catch (error) {
          log.error({ err: error }, 'an answer could not be kept for repeats');
        }
      },
    };
  };

  const claim: Idempotency['claim'] = async (header, viewer, asked) => {
    const key = readKey(header);
    if (key === undefined) return { answer: refusalAnswer(REFUSALS.KEY_INVALID) };
    const account = viewer.userId;
    const keyHash = createHash('sha256').update(key).digest();
    // The key itself is not in the database: with it alone, even beside our secret, no answer can be read.
    const material = keyFor(secret, `idempotent answers\n${account}\n${key}`, 64);
    const [sealing, hashing] = [material.subarray(0, 32), material.subarray(32)];
    const askedHash = createHmac('sha256', hashing).update(JSON.stringify(asked)).digest();
    const holder = holderOf(viewer);
    const attempt = newId();
    const claimed = () =>
      makeClaim([account, keyHash, attempt], (text) => seal(Buffer.from(sealing), text, holder));
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      if (await insert([account, keyHash, askedHash, attempt])) return { claim: claimed() };
      const known = await find(account, keyHash);
      if (known?.expired === true)
        await db.query(
          'delete from idempotent_request where account = $1 and key_hash = $2 and expires_at <= now()',
          [account, keyHash],
        );
      if (known === undefined || known.expired) continue;
      if (!known.askedHash.equals(askedHash)) return { answer: refusalAnswer(REFUSALS.KEY_REUSED) };
      if (known.answer !== null) return { answer: replay(Buffer.from(sealing), known.answer, holder) };
      if (known.effect && known.dead) return { answer: refusalAnswer(REFUSALS.ANSWER_LOST) };
      if (known.dead && (await takeOver(account, keyHash, known.attempt, attempt)))
        return { claim: claimed() };
      break;
    }
    return { answer: refusalAnswer(REFUSALS.IN_FLIGHT) };
  };

  return {
    claim: (...request) =>
      claim(...request).catch((error: unknown) => {
        if (!isUnavailable(error)) throw error;
        log.error({ err: error }, 'the database did not answer in time');
        return { answer: refusalAnswer(REFUSALS.UNAVAILABLE) };
      }),
  };
}

/** An account whose reach has changed since gets no answer of the time before, nor does a key of it that may less. */
function holderOf({ role, partnerId, branchIds, capabilities }: Viewer): string {
  return JSON.stringify([role, partnerId, branchIds, [...capabilities].toSorted()]);
}

function replay(key: Buffer, sealed: Buffer, holder: string): Answer {
  try {
    const { status, body } = JSON.parse(unseal(key, sealed, holder)) as Answer;
    return { status, body, headers: { 'idempotent-replayed': 'true' } };
  } catch {
    return refusalAnswer(REFUSALS.ANSWER_LOST);
  }
}

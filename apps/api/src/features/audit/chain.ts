import { createHash, randomBytes } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** An entry this much older than the latest seal came in behind our back: it is reported, and never sealed. */
const LATEST = "interval '1 hour'";
const BATCH = 5000;
/** Where the chain hangs. */
const ROOT = Buffer.alloc(32);
/** "tandem seal" in the lock space of the database: one process seals at a time, and none while an erasure empties entries. */
export const SEAL_LOCK = 7_263_514_902;

/**
 * What of an entry is never taken away, as the text that is hashed; instants in microseconds. What an erasure emptied is here:
 * its payload may be emptied by a later one.
 */
const FIXED = `jsonb_build_array(entry.id, (extract(epoch from entry.at) * 1000000)::bigint, entry.actor_user_id, entry.actor_name,
  entry.action, entry.record_kind, entry.record_id, entry.subject_id, entry.request_id, entry.address, entry.credential, entry.key_id,
  entry.emptied_count, encode(entry.emptied_digest, 'hex'))::text`;
/** What an entry says of the record's fields. */
const PAYLOAD = `jsonb_build_array(entry.before, entry.after)::text`;

interface Unsealed {
  readonly id: string;
  readonly fixed: string;
  readonly payload: string;
}

export interface Head {
  readonly sequence: number;
  /** Hexadecimal SHA-256. */
  readonly hash: string;
}

function payloadHash(salt: Buffer, payload: string): Buffer {
  return createHash('sha256').update(salt).update(payload).digest();
}

function linkHash(previous: Buffer, sequence: number, payload: Buffer, fixed: string): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(sequence));
  return createHash('sha256').update(previous).update(place).update(payload).update(fixed).digest();
}

/** The end of the chain; undefined before the first seal. */
export async function headOf(db: Pick<EntityManager, 'query'>): Promise<Head | undefined> {
  const [last]: { sequence: string; hash: string }[] = await db.query(
    `select sequence, encode(hash, 'hex') as hash from audit_seal order by sequence desc limit 1`,
  );
  return last && { sequence: Number(last.sequence), hash: last.hash };
}

/** Gives entries that are written and not yet sealed their places in the chain. Returns how many. */
export async function sealEntries(db: DataSource): Promise<number> {
  let sealed = 0;
  let batch: number;
  do {
    batch = await db.transaction(sealBatch);
    sealed += batch;
  } while (batch === BATCH);
  return sealed;
}

async function sealBatch(tx: EntityManager): Promise<number> {
  const [{ mine }] = await tx.query('select pg_try_advisory_xact_lock($1) as mine', [SEAL_LOCK]);
  if (!mine) return 0;
  const entries: Unsealed[] = await tx.query(
    `select entry.id, ${FIXED} as fixed, ${PAYLOAD} as payload from audit_entry as entry
     where entry.at > coalesce((select max(sealed_at) from audit_seal) - ${LATEST}, '-infinity')
       and not exists (select from audit_seal where entry_id = entry.id)
     order by entry.at, entry.id limit ${BATCH}`,
  );
  if (entries.length === 0) return 0;
  const head = await headOf(tx);
  let sequence = head?.sequence ?? 0;
  let previous: Buffer = head === undefined ? ROOT : Buffer.from(head.hash, 'hex');
  const rows = entries.map(({ id, fixed, payload }) => {
    const salt = randomBytes(16);
    const hashed = payloadHash(salt, payload);
    sequence += 1;
    previous = linkHash(previous, sequence, hashed, fixed);
    return { sequence, id, salt, hashed, hash: previous };
  });
  await tx.query(
    `insert into audit_seal (sequence, entry_id, payload_salt, payload_hash, hash, sealed_at)
     select *, clock_timestamp() from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[], $5::bytea[])`,
    [
      rows.map((row) => row.sequence),
      rows.map((row) => row.id),
      rows.map((row) => row.salt),
      rows.map((row) => row.hashed),
      rows.map((row) => row.hash),
    ],
  );
  return entries.length;
}

export type FindingKind = 'CHANGED' | 'REMOVED' | 'INSERTED' | 'ANCHOR_MISSING';

interface Finding {
  readonly kind: FindingKind;
  /** Place in the chain; null for an entry that has none. */
  readonly sequence: number | null;
  readonly entryId: string | null;
}

export interface Verification {
  readonly sealed: number;
  /** Entries whose content was erased with a person or with notes. */
  readonly erased: number;
  readonly waiting: number;
  readonly head: Head | undefined;
  readonly findings: readonly Finding[];
}

interface Link {
  readonly sequence: string;
  readonly entry_id: string;
  readonly payload_salt: Buffer | null;
  readonly payload_hash: Buffer;
  readonly hash: Buffer;
  readonly present: boolean;
  readonly fixed: string;
  readonly payload: string;
  /** It names an erasure as what emptied it. */
  readonly redacted: boolean;
  /** That erasure did empty it. */
  readonly erased: boolean;
}

/**
 * Walks the chain from its root over all entries. Finds an entry that was changed, removed, or put in behind the back of
 * the platform; with a head that was noted outside before, also a chain that was made anew from there on.
 */
export function verifyChain(db: DataSource, anchor?: Head): Promise<Verification> {
  // All of it as of one moment: an erasure meanwhile would be half there.
  return db.transaction('REPEATABLE READ', (tx) => walk(tx, anchor));
}

async function walk(db: EntityManager, anchor?: Head): Promise<Verification> {
  const erasures = await wholeErasures(db);
  const findings: Finding[] = [];
  let previous: Buffer = ROOT;
  let sequence = 0;
  let erased = 0;
  let anchored = anchor === undefined;
  for (;;) {
    const links: Link[] = await db.query(
      `select seal.*, entry.id is not null as present, ${FIXED} as fixed, ${PAYLOAD} as payload,
         entry.redaction_id is not null as redacted,
         coalesce(entry.redaction_id = any ($2::uuid[]), false)
           and seal.sequence < coalesce((select sequence from audit_seal where entry_id = entry.redaction_id), 'infinity'::float8) as erased
       from audit_seal as seal left join audit_entry as entry on entry.id = seal.entry_id
       where sequence > $1 order by sequence limit ${BATCH}`,
      [sequence, erasures],
    );
    for (const link of links) {
      const place = Number(link.sequence);
      // A seal that is gone takes its entry's proof with it.
      for (let gap = sequence + 1; gap < place; gap += 1)
        findings.push({ kind: 'REMOVED', sequence: gap, entryId: null });
      const broken = faultOf(link, place === sequence + 1 ? previous : undefined);
      if (broken !== undefined) findings.push({ kind: broken, sequence: place, entryId: link.entry_id });
      if (link.erased) erased += 1;
      if (anchor?.sequence === place && anchor.hash === link.hash.toString('hex')) anchored = true;
      previous = link.hash;
      sequence = place;
    }
    if (links.length < BATCH) break;
  }
  if (!anchored) findings.push({ kind: 'ANCHOR_MISSING', sequence: anchor?.sequence ?? null, entryId: null });
  const unsealed: { id: string; late: boolean }[] = await db.query(
    `select entry.id, coalesce(entry.at <= (select max(sealed_at) from audit_seal) - ${LATEST}, false) as late from audit_entry as entry
     where not exists (select from audit_seal where entry_id = entry.id) order by entry.at`,
  );
  for (const { id, late } of unsealed)
    if (late) findings.push({ kind: 'INSERTED', sequence: null, entryId: id });
  return {
    sealed: sequence,
    erased,
    waiting: unsealed.filter(({ late }) => !late).length,
    head: await headOf(db),
    findings,
  };
}

interface ErasureEntry {
  readonly id: string;
  readonly count: number | null;
  readonly digest: Buffer | null;
  readonly emptied: readonly string[];
}

/**
 * Erasures whose name stands on the entries that they emptied when they were done, and on no other: else somebody could
 * empty any entry in the name of an erasure that is in the trail.
 */
async function wholeErasures(db: EntityManager): Promise<string[]> {
  const erasures: ErasureEntry[] = await db.query(
    `select erasure.id, erasure.emptied_count as count, erasure.emptied_digest as digest, array_agg(entry.id::text order by entry.id) as emptied
     from audit_entry as entry join audit_entry as erasure on erasure.id = entry.redaction_id
     where erasure.action in ('erasePerson', 'eraseNotes') group by erasure.id`,
  );
  return erasures
    .filter(({ count, digest, emptied }) => {
      const found = createHash('sha256').update(emptied.join(',')).digest();
      return count === emptied.length && digest?.equals(found) === true;
    })
    .map(({ id }) => id);
}

/** @param previous the hash before it; undefined where that one is missing. */
function faultOf(link: Link, previous: Buffer | undefined): FindingKind | undefined {
  if (!link.present) return 'REMOVED';
  if (link.redacted && !link.erased) return 'CHANGED';
  const emptied = link.erased && link.payload_salt === null && link.payload === '[null, null]';
  const content = link.payload_salt && payloadHash(link.payload_salt, link.payload);
  if (!emptied && !content?.equals(link.payload_hash)) return 'CHANGED';
  if (previous === undefined) return undefined;
  return linkHash(previous, Number(link.sequence), link.payload_hash, link.fixed).equals(link.hash)
    ? undefined
    : 'CHANGED';
}

import { Zip, ZipDeflate } from 'fflate';
import { createHash } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Text is packed as soon as there is so much of it: other requests have their turn in between. */
const PIECE = 64 * 1024;

/**
 * A ZIP that is written to a file without a name, piece by piece: however large it becomes, memory holds one piece, and what
 * it is, its digest, is known before a byte of it leaves. The file goes with the process, or with `close`.
 */
export class ZipFile {
  readonly #file: FileHandle;
  readonly #zip: Zip;
  readonly #madeAt: Date;
  readonly #whole = createHash('sha256');
  #packed: Uint8Array[] = [];
  #bytes = 0;

  private constructor(file: FileHandle, madeAt: Date) {
    this.#file = file;
    this.#madeAt = madeAt;
    this.#zip = new Zip((error, piece) => {
      if (error !== null) throw error;
      this.#packed.push(piece);
    });
  }

  static async open(madeAt: Date): Promise<ZipFile> {
    const folder = await mkdtemp(join(tmpdir(), 'tandem-'));
    const file = await open(join(folder, 'data-set.zip'), 'wx+', 0o600);
    // An open file outlives its name, and nothing of it stays when the process ends.
    await rm(folder, { recursive: true });
    return new ZipFile(file, madeAt);
  }

  /** Writes a file into it. Returns the SHA-256 of its text in UTF-8, in hexadecimal. */
  async add(name: string, lines: AsyncIterable<string> | Iterable<string>): Promise<string> {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = this.#madeAt;
    this.#zip.add(entry);
    const digest = createHash('sha256');
    const pack = async (text: string, last: boolean) => {
      const bytes = Buffer.from(text);
      digest.update(bytes);
      entry.push(bytes, last);
      await this.#flush();
    };
    let piece = '';
    for await (const line of lines) {
      piece += line;
      if (piece.length < PIECE) continue;
      await pack(piece, false);
      piece = '';
    }
    await pack(piece, true);
    return digest.digest('hex');
  }

  /** Ends it. Returns its length in bytes and its SHA-256, in hexadecimal. */
  async end(): Promise<{ readonly bytes: number; readonly sha256: string }> {
    this.#zip.end();
    await this.#flush();
    return { bytes: this.#bytes, sha256: this.#whole.digest('hex') };
  }

  /** What was written, from its first byte on. */
  read(): Readable {
    return this.#file.createReadStream({ start: 0, autoClose: false });
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  async #flush(): Promise<void> {
    for (const piece of this.#packed.splice(0)) {
      this.#whole.update(piece);
      await this.#file.write(piece, 0, piece.length, this.#bytes);
      this.#bytes += piece.length;
    }
  }
}

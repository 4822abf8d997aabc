/**
 * xoshiro128**, version 1.1 (David Blackman and Sebastiano Vigna, "Scrambled linear pseudorandom number generators",
 * ACM Transactions on Mathematical Software 47:36, 2021). A generator is its state of four words, which every number moves on.
 */
export type Generator = Uint32Array;

/**
 * The generator of one stream of a seed. Streams are told apart by a name, so that a number that is drawn for one thing does not
 * change with what else is drawn. Words of the state come from splitmix32 over a hash (FNV-1a) of seed and name.
 */
export function generatorOf(seed: number, stream: string): Generator {
  let hash = 0x811c9dc5;
  for (const character of `${seed}:${stream}`)
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return Uint32Array.from({ length: 4 }, () => {
    hash = (hash + 0x9e3779b9) | 0;
    let word = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    return word ^ (word >>> 16);
  });
}

/** Fills the first `count` places with numbers of [0, 1), in steps of 2^-32. The state is held in locals: it is what makes it fast. */
export function fillUniform(state: Generator, into: Float64Array, count: number): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let index = 0; index < count; index += 1) {
    const five = Math.imul(b, 5);
    into[index] = (Math.imul((five << 7) | (five >>> 25), 9) >>> 0) * 2 ** -32;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state.set([a, b, c, d]);
}

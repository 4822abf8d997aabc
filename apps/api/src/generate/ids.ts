import type { Random } from './random.ts';

const PER_MILLISECOND = 4096;
const HEX_3 = Array.from({ length: PER_MILLISECOND }, (_, index) => index.toString(16).padStart(3, '0'));
const HEX_4 = Array.from({ length: 65_536 }, (_, index) => index.toString(16).padStart(4, '0'));

/**
 * UUIDv7 (RFC 9562, 6.2, method 1) as if all were made one after another from an instant on, 4096 a millisecond: they
 * follow from the seed, and sort in the order in which they were made.
 */
export function makeIds(random: Random, fromMilliseconds: number): () => string {
  let made = 0;
  let head = '';
  return () => {
    const turn = made % PER_MILLISECOND;
    if (turn === 0) {
      const time = (fromMilliseconds + made / PER_MILLISECOND).toString(16).padStart(12, '0');
      head = `${time.slice(0, 8)}-${time.slice(8)}-7`;
    }
    made += 1;
    const high = random.bits();
    const low = random.bits();
    return `${head}${HEX_3[turn]}-${HEX_4[((high >>> 16) & 0x3fff) | 0x8000]}-${HEX_4[high & 0xffff]}${HEX_4[low >>> 16]}${HEX_4[low & 0xffff]}`;
  };
}

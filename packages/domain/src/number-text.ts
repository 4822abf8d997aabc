/** What parts the whole from the decimals; the other of the two then groups thousands. */
export type DecimalSign = ',' | '.';

/** What a text can be read as: one number, two where its one sign may group thousands or part decimals, or none. */
export type NumberRead =
  | { readonly kind: 'NUMBER'; readonly value: number }
  | { readonly kind: 'EITHER'; readonly grouped: number; readonly decimal: number }
  | { readonly kind: 'NONE' };

/**
 * Reads a number as Belgians, the French, the Dutch, the Swiss and the English write it, or programs do: 18.852,38 · 18 852,38 (with
 * any kind of space) · 18'852.38 · 18,852.38 · 1234.5 · € 12 · 12 %. A text that can be read in one way alone is that number, whatever
 * its sign. One that can be read in two (1.234 and 1,234) is what `sign` says, and either where nothing says it: it is never guessed.
 */
export function readNumber(text: string, sign?: DecimalSign): NumberRead {
  const bare = bareOf(text);
  const [comma, point] = [readWith(bare, ','), readWith(bare, '.')];
  if (comma === undefined && point === undefined) return { kind: 'NONE' };
  if (comma === undefined || point === undefined || comma === point)
    return { kind: 'NUMBER', value: comma ?? point ?? 0 };
  if (sign === undefined) {
    const grouped = bare.includes('.') ? comma : point;
    return { kind: 'EITHER', grouped, decimal: grouped === comma ? point : comma };
  }
  return { kind: 'NUMBER', value: sign === ',' ? comma : point };
}

/** Without what stands around the number; spaces and apostrophes within it stay, since what they part says whether it is one. */
function bareOf(text: string): string {
  return text
    .replace(/\p{Zs}/gu, ' ')
    .replaceAll('’', "'")
    .trim()
    .replace(/^(€|EUR)|(€|EUR|%)$/giu, '')
    .trim()
    .replace(/^[-\u2212\u2013] ?(€|EUR)? ?/iu, '-');
}

/** The number with this decimal sign, thousands whole or grouped by threes with one and the same mark; undefined where it is none. */
function readWith(bare: string, sign: DecimalSign): number | undefined {
  const pattern = sign === ',' ? WITH_COMMA : WITH_POINT;
  if (!pattern.test(bare)) return undefined;
  return Number(
    bare.replaceAll(sign === ',' ? MARKS_BESIDE_COMMA : MARKS_BESIDE_POINT, '').replace(sign, '.'),
  );
}
const [MARKS_BESIDE_COMMA, MARKS_BESIDE_POINT] = [/[ '.]/g, /[ ',]/g];
const WITH_COMMA = /^-?(\d*|[1-9]\d{0,2}([ '.])\d{3}(\2\d{3})*)(,\d+)?(?<=\d)$/;
const WITH_POINT = /^-?(\d*|[1-9]\d{0,2}([ ',])\d{3}(\2\d{3})*)(\.\d+)?(?<=\d)$/;

/**
 * The decimal sign of texts that were written in one way, as those that can be read in one way alone show it: `otherwise` where none
 * shows it, and undefined where some show one and some the other.
 */
export function decimalSignOf(texts: Iterable<string>, otherwise?: DecimalSign): DecimalSign | undefined {
  const seen = new Set<DecimalSign>();
  for (const text of texts) {
    const bare = bareOf(text);
    const [comma, point] = [readWith(bare, ','), readWith(bare, '.')];
    if (comma !== undefined && point === undefined) seen.add(',');
    if (point !== undefined && comma === undefined) seen.add('.');
  }
  const [first = otherwise] = seen;
  return seen.size > 1 ? undefined : first;
}

/**
 * The decimal sign of a table's numbers. Where no number shows it, its delimiter does: spreadsheets part cells by semicolons exactly
 * where the comma parts decimals. Undefined where nothing shows it, or numbers disagree.
 */
export function decimalSignOfTable(numbers: Iterable<string>, delimiter: string): DecimalSign | undefined {
  return decimalSignOf(numbers, delimiter === ';' ? ',' : undefined);
}

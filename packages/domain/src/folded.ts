/**
 * A text as it is compared with what people type: without accents, capitals and outer spaces. The database has the same
 * under `folded()`, for what it keeps to search and sort by.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .trim()
    .toLowerCase();
}

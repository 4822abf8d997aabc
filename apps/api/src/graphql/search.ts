/** A LIKE pattern for text that contains this, with the pattern's own signs standing for themselves. */
export function containing(text: string): string {
  return `%${text
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`;
}

/** A line of a CSV as RFC 4180 has it: commas, and quotes only where a value needs them. */
export function csvLine(values: readonly (string | number | null)[]): string {
  return `${values.map((value) => quoted(String(value ?? ''))).join(',')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

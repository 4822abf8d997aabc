// Writes src/catalogue.gen.ts: the list of what stands in src/catalogue, so that a new indicator is one file there.
import { readdirSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/catalogue/', import.meta.url);
const files = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted();
const nameOf = (file: string) => file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const idOf = (file: string) => file.replaceAll('-', '_').toUpperCase();

writeFileSync(
  new URL('../src/catalogue.gen.ts', import.meta.url),
  `// Made by scripts/list-catalogue.ts of the files in catalogue/.
${files.map((file) => `import { ${nameOf(file)} } from './catalogue/${file}.ts';`).join('\n')}

export const LISTED = {
${files.map((file) => `  ${idOf(file)}: ${nameOf(file)},`).join('\n')}
};
`,
);

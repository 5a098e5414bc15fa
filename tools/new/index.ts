import { fileURLToPath } from 'node:url';
import { writeSubgraph } from './write-subgraph.ts';

const [kind, name] = process.argv.slice(2);

if (kind !== 'subgraph' || !name) {
  console.error('Usage: npm run new subgraph <name>');
  process.exit(2);
}
try {
  const written = await writeSubgraph(name, fileURLToPath(new URL(`../../subgraphs/${name}`, import.meta.url)));
  console.log(
    `subgraphs/${name}\n${written.map((path) => `  ${path}`).join('\n')}\n\nIts README says how to make it part of the house.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

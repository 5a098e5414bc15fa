import { bag, runDifferential } from './differential.ts';

const [firstSeed = 1, cases = 50_000] = process.argv.slice(2).map(Number);
const started = Date.now();
const { differences, ...counted } = await runDifferential({ firstSeed, cases });
console.log(counted, `${differences.length} differences, ${Date.now() - started} ms`);
for (const { seeds, operation, ours, theirs } of differences.slice(0, 5)) {
  console.log(`\nseeds ${seeds.join(' ')}\n${operation}`);
  console.log('ours  ', JSON.stringify(ours.data), bag(ours));
  console.log('theirs', JSON.stringify(theirs.data), bag(theirs));
}
process.exitCode = differences.length > 0 ? 1 : 0;

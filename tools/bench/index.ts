import { cpus, totalmem } from 'node:os';
import { benchMainJob } from './main-job.ts';

const figures = await benchMainJob();
const [cpu] = cpus();

console.log(`\n${cpu?.model ?? 'unknown CPU'} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}\n`);
console.log('| figure | measured | goal |\n|---|---:|---|');
for (const { name, value, unit, goal } of figures) {
  console.log(`| ${name} | ${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit} | ${goal} |`);
}

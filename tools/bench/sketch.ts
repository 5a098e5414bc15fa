import { cpus } from 'node:os';
import { benchSketch } from '@modu/engine-image/bench';

const { medianMs, runs } = await benchSketch(4);
const [cpu] = cpus();

console.log(`\n${cpu?.model ?? 'unknown CPU'}, one worker thread, Node ${process.version}\n`);
console.log('| figure | measured | goal |\n|---|---:|---|');
console.log(
  `| Sketch, 512 × 512 at 20 steps, previews and PNG included, median of ${runs} | ${medianMs} ms | 2 000 ms |`,
);

import { runGateway } from '../../../gateway/testing/run-gateway.ts';
import { scriptStreams } from './streams-world.ts';
import type { StreamsScript } from './streams-world.ts';

// The gateway over small subgraphs, all in one process.

const { world, url } = await runGateway();
const { begin, tokens } = await scriptStreams(world, JSON.parse(process.argv[2] ?? '{}') as StreamsScript);
process.on('message', begin);
process.send?.({ url, tokens });

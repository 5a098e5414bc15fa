import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { HashAnswer, HashOrder } from './hash-thread.ts';

const hashes = new Map<number, Hash>();

parentPort?.on('message', (order: HashOrder) => {
  const hash = hashes.get(order.id) ?? createHash('sha256');
  if (order.kind === 'block') {
    hashes.set(order.id, hash);
    hash.update(order.block.subarray(0, order.sizeBytes));
    const answer: HashAnswer = { kind: 'free', id: order.id, block: order.block };
    parentPort?.postMessage(answer, [order.block.buffer]);
    return;
  }
  hashes.delete(order.id);
  if (order.kind === 'drop') return;
  const answer: HashAnswer = { kind: 'digest', id: order.id, digest: hash.digest() };
  parentPort?.postMessage(answer);
});

import { hashBlob } from './hash-blob.ts';
import type { HashMessage } from './hash-in-worker.ts';

const REPORT_EVERY_MS = 100;

// One file a worker: it is ended after its answer, or at once when the upload is canceled.
self.addEventListener('message', (event: MessageEvent<File>) => {
  let reportedAt = 0;
  const report = (readBytes: number) => {
    if (performance.now() - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = performance.now();
    self.postMessage({ kind: 'read', readBytes } satisfies HashMessage);
  };
  hashBlob(event.data, report).then(
    (sha256) => self.postMessage({ kind: 'done', sha256 } satisfies HashMessage),
    () => self.postMessage({ kind: 'unreadable' } satisfies HashMessage),
  );
});

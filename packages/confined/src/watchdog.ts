import { Worker } from 'node:worker_threads';

// Loaded before the file that runs inside. Work that never lets go of its thread hears nothing, not even that whoever set its deadlines
// is gone: a thread of its own looks for that, and ends the process.

const INTERVAL_MS = 500;
const WATCH = `const { workerData } = require('node:worker_threads');
setInterval(() => process.ppid === workerData || process.kill(process.pid, 'SIGKILL'), ${INTERVAL_MS});`;

/** It needs next to nothing. */
const resourceLimits = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };
new Worker(WATCH, { eval: true, workerData: process.ppid, resourceLimits }).unref();

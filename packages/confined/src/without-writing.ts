import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';

// Loaded behind the watchdog where there is compiled code: what runs inside reads it, and writes nothing there; where Node did not take
// the folder, it writes nowhere.

/** Node 24 has it; its types do not yet. */
const permission = process.permission as unknown as { drop(scope: 'fs.write', path?: string): void };
/** Within the folder Node has one for each version of itself. */
const ofVersion = getCompileCacheDir();
permission.drop('fs.write', ...(ofVersion === undefined ? [] : [dirname(ofVersion)]));

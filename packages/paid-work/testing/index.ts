export { createAssetsStandIn } from './assets-stand-in.ts';
export type { AssetsStandIn } from './assets-stand-in.ts';

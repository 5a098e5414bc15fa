export { createNetwork, NetworkError } from './network.ts';
export type {
  GraphAnswer,
  GraphRequest,
  Network,
  NetworkOptions,
  Service,
  StreamRequest,
  TextPost,
} from './network.ts';
export { signedPost, signedText, streamText } from './signed-post.ts';
export type { SignedPost } from './signed-post.ts';
export { refuseUpgrade } from './refuse-upgrade.ts';
export { LeavingSocket } from './leaving-socket.ts';
export { serveStreams } from './stream-server.ts';
export type { StreamServer } from './stream-server.ts';
export { createServiceCaller, GraphCallError } from './service-caller.ts';
export type { GraphCall, ServiceCaller } from './service-caller.ts';

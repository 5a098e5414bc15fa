export { followFeed } from './follow-feed.ts';
export type { FeedContract, FollowedFeed } from './follow-feed.ts';

import { User } from './User.ts';

/** What a person's dashboard tells of their storage: only to themself, as `readStorage` decides. */
export const Dashboard = { __resolveReference: User.__resolveReference, storage: User.storage };

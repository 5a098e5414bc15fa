import { renameSession } from './Mutation/renameSession.ts';
import { revokeOtherSessions } from './Mutation/revokeOtherSessions.ts';
import { revokeSession } from './Mutation/revokeSession.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { me } from './Query/me.ts';
import { Session } from './Session.ts';
import { User } from './User.ts';

export const resolvers = {
  Query: { me },
  Mutation: { renameSession, revokeOtherSessions, revokeSession, updateProfile },
  Session,
  User,
};

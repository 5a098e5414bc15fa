import { revokeSession } from './Mutation/revokeSession.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { me } from './Query/me.ts';
import { Session } from './Session.ts';
import { User } from './User.ts';

export const resolvers = {
  Query: { me },
  Mutation: { revokeSession, updateProfile },
  Session,
  User,
};

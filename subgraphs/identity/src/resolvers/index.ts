import { confirmAccountDeletions } from './Mutation/confirmAccountDeletions.ts';
import { createApiKey } from './Mutation/createApiKey.ts';
import { deleteAccount } from './Mutation/deleteAccount.ts';
import { keepAccount } from './Mutation/keepAccount.ts';
import { renameSession } from './Mutation/renameSession.ts';
import { revokeApiKey } from './Mutation/revokeApiKey.ts';
import { revokeOtherSessions } from './Mutation/revokeOtherSessions.ts';
import { revokeSession } from './Mutation/revokeSession.ts';
import { setAvatar } from './Mutation/setAvatar.ts';
import { updateProfile } from './Mutation/updateProfile.ts';
import { warnOfStorage } from './Mutation/warnOfStorage.ts';
import { accessRevocations } from './Query/accessRevocations.ts';
import { accountDeletions } from './Query/accountDeletions.ts';
import { me } from './Query/me.ts';
import { verifyApiKey } from './Query/verifyApiKey.ts';
import { Session } from './Session.ts';
import { User } from './User.ts';

export const resolvers = {
  Query: { accessRevocations, accountDeletions, me, verifyApiKey },
  Mutation: {
    confirmAccountDeletions,
    createApiKey,
    deleteAccount,
    keepAccount,
    renameSession,
    revokeApiKey,
    revokeOtherSessions,
    revokeSession,
    setAvatar,
    updateProfile,
    warnOfStorage,
  },
  Session,
  User,
};

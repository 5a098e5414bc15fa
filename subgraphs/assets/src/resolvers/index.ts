import { Asset } from './Asset.ts';
import { Board } from './Board.ts';
import { Dashboard } from './Dashboard.ts';
import { Image } from './Image.ts';
import { abortUpload } from './Mutation/abortUpload.ts';
import { completeUpload } from './Mutation/completeUpload.ts';
import { deleteAsset } from './Mutation/deleteAsset.ts';
import { keepImageMetadata } from './Mutation/keepImageMetadata.ts';
import { makeCover } from './Mutation/makeCover.ts';
import { makeSharedCopy } from './Mutation/makeSharedCopy.ts';
import { requestUpload } from './Mutation/requestUpload.ts';
import { signUploadParts } from './Mutation/signUploadParts.ts';
import { removeFilesOf } from './Mutation/removeFilesOf.ts';
import { restoreAsset } from './Mutation/restoreAsset.ts';
import { AssetPreview } from './AssetPreview.ts';
import { asset } from './Query/asset.ts';
import { assets } from './Query/assets.ts';
import { sharedCopy } from './Query/sharedCopy.ts';
import { User } from './User.ts';

export const resolvers = {
  Query: { asset, assets, sharedCopy },
  Mutation: {
    ...{ abortUpload, completeUpload, requestUpload, signUploadParts },
    ...{ deleteAsset, restoreAsset, removeFilesOf, keepImageMetadata, makeCover, makeSharedCopy },
  },
  Asset,
  AssetPreview,
  Board,
  Dashboard,
  Image,
  User,
};

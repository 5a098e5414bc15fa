import { Activity } from './Activity.ts';
import { Board } from './Board.ts';
import { Dashboard } from './Dashboard.ts';
import { Image } from './Image.ts';
import { archiveImages } from './Mutation/archiveImages.ts';
import { addToBoard } from './Mutation/addToBoard.ts';
import { createBoard } from './Mutation/createBoard.ts';
import { createImage } from './Mutation/createImage.ts';
import { deleteBoard } from './Mutation/deleteBoard.ts';
import { deleteImages } from './Mutation/deleteImages.ts';
import { emptyTrash } from './Mutation/emptyTrash.ts';
import { moveBoard } from './Mutation/moveBoard.ts';
import { purgeImages } from './Mutation/purgeImages.ts';
import { removeFromBoard } from './Mutation/removeFromBoard.ts';
import { restoreImages } from './Mutation/restoreImages.ts';
import { revokeShare } from './Mutation/revokeShare.ts';
import { shareBoard } from './Mutation/shareBoard.ts';
import { shareImage } from './Mutation/shareImage.ts';
import { starImages } from './Mutation/starImages.ts';
import { tagImages } from './Mutation/tagImages.ts';
import { updateBoard } from './Mutation/updateBoard.ts';
import { updateImage } from './Mutation/updateImage.ts';
import { activity } from './Query/activity.ts';
import { board } from './Query/board.ts';
import { boards } from './Query/boards.ts';
import { dashboard } from './Query/dashboard.ts';
import { image } from './Query/image.ts';
import { imageArchive } from './Query/imageArchive.ts';
import { imageArchives } from './Query/imageArchives.ts';
import { imageFacets } from './Query/imageFacets.ts';
import { imageTimeline } from './Query/imageTimeline.ts';
import { images } from './Query/images.ts';
import { sharePreview } from './Query/sharePreview.ts';
import { openShare } from './Query/openShare.ts';
import { sharedBoardPage } from './Query/sharedBoardPage.ts';
import { sharedImage } from './Query/sharedImage.ts';
import { visitedImage } from './Query/visitedImage.ts';
import { ImageArchive } from './ImageArchive.ts';
import { Share } from './Share.ts';

export const resolvers = {
  Query: {
    activity,
    board,
    boards,
    dashboard,
    image,
    imageArchive,
    imageArchives,
    imageFacets,
    imageTimeline,
    images,
    sharePreview,
    openShare,
    sharedBoardPage,
    sharedImage,
    visitedImage,
  },
  Mutation: {
    addToBoard,
    archiveImages,
    createBoard,
    createImage,
    deleteBoard,
    deleteImages,
    emptyTrash,
    moveBoard,
    purgeImages,
    removeFromBoard,
    restoreImages,
    revokeShare,
    shareBoard,
    shareImage,
    starImages,
    tagImages,
    updateBoard,
    updateImage,
  },
  Activity,
  Dashboard,
  Image,
  ImageArchive,
  Board,
  Share,
};

import { admin } from './admin.ts';
import { aids } from './aids.ts';
import { balance } from './balance.ts';
import { boards } from './boards.ts';
import { share } from './share.ts';
import { account } from './account.ts';
import { create } from './create.ts';
import { credits } from './credits.ts';
import { dashboard } from './dashboard.ts';
import { documents } from './documents.ts';
import { ends } from './ends.ts';
import { enterprise } from './enterprise.ts';
import { files } from './files.ts';
import { gallery } from './gallery.ts';
import { notices } from './notices.ts';
import { pictures } from './pictures.ts';
import { plans } from './plans.ts';
import { queue } from './queue.ts';
import { security } from './security.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { shortcuts } from './shortcuts.ts';
import { speech } from './speech.ts';
import { transcript } from './transcript.ts';

/** Every sentence of the studio, a namespace for each feature. */
export const messages = {
  account,
  admin,
  aids,
  balance,
  boards,
  create,
  credits,
  dashboard,
  documents,
  ends,
  enterprise,
  files,
  gallery,
  notices,
  pictures,
  plans,
  queue,
  security,
  session,
  share,
  shell,
  shortcuts,
  speech,
  transcript,
};

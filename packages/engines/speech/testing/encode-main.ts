import { closeSync, openSync } from 'node:fs';
import { ask, takeOrder, tellEnd } from '@modu/confined/inside';
import { mountSource, mountTarget, openFfmpeg } from '../src/child/ffmpeg-files.ts';

/** What the encoding process is asked: how ffmpeg makes `to` of the WAV file `from`. */
export interface EncodeOrder {
  readonly from: string;
  readonly to: string;
  readonly manner: readonly string[];
}

const { from, to, manner } = await takeOrder<EncodeOrder>();
const core = await openFfmpeg();
let complaint = '';
core.setLogger(({ message }) => (complaint = `${complaint}\n${message}`.slice(-500)));
const [source, target] = [openSync(from, 'r'), openSync(to, 'w+')];
mountSource(core, source);
mountTarget(core, target, () => undefined);
core.setTimeout(-1);
const code = core.exec('-hide_banner', '-nostdin', '-y', '-i', '/source', ...manner, '/target');
closeSync(source);
closeSync(target);
await ask({ code, complaint });
await tellEnd();

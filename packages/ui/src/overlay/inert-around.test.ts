import { afterEach, describe, expect, it } from 'vitest';
import { inertAround } from './inert-around.ts';

const inert = () => [...document.querySelectorAll('[inert]')].map(({ id }) => id);
const page = (html: string) => {
  document.body.innerHTML = html;
  return document.querySelector('#over')!;
};

afterEach(() => document.body.replaceChildren());

describe('what lies over the page', () => {
  it('puts the rest out of reach, but neither itself nor what is heard or stays over everything', () => {
    const over = page(`
      <div id="root"><main id="work"></main><div id="log" data-live-announcer="true"></div></div>
      <div id="toasts" data-react-aria-top-layer="true"></div><div id="over"></div>`);
    const giveBack = inertAround(over);
    expect(inert()).toEqual(['work']);
    giveBack();
    expect(inert()).toEqual([]);
  });

  it('leaves out of reach what was so before it came', () => {
    const over = page('<div id="root" inert></div><div id="dialog"></div><div id="over"></div>');
    const giveBack = inertAround(over);
    expect(inert()).toEqual(['root', 'dialog']);
    giveBack();
    expect(inert()).toEqual(['root']);
  });
});

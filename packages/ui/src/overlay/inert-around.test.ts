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
    const { giveBack } = inertAround(over);
    expect(inert()).toEqual(['work']);
    giveBack();
    expect(inert()).toEqual([]);
  });

  it('leaves out of reach what was so before it came', () => {
    const over = page('<div id="root" inert></div><div id="dialog"></div><div id="over"></div>');
    const { giveBack } = inertAround(over);
    expect(inert()).toEqual(['root', 'dialog']);
    giveBack();
    expect(inert()).toEqual(['root']);
  });

  it('gives back one place before the rest, and nothing beside it', () => {
    const over = page(`
      <header id="rail"></header>
      <main id="work"><aside id="side"></aside><form id="form"><input id="prompt"><p id="price"></p></form></main>
      <div id="over"></div>`);
    const { giveBackFirst, giveBack } = inertAround(over);
    giveBackFirst(document.querySelector('#prompt')!);
    expect(inert()).toEqual(['rail', 'side', 'price']);
    giveBack();
    expect(inert()).toEqual([]);
  });

  it('gives back the work, but not yet what is in it', () => {
    const over = page('<main id="work"><h1 id="title"></h1><p id="words"></p></main><div id="over"></div>');
    const { giveBackFirst } = inertAround(over);
    giveBackFirst(document.querySelector('#work')!);
    expect(inert()).toEqual(['title', 'words']);
  });

  it('gives back so many elements at a time, in the order of the page, and a large place in parts', () => {
    const over = page(`
      <header id="rail"></header>
      <main id="work"><p id="words"></p><ul id="list"><li id="one"></li><li id="two"></li></ul></main>
      <div id="over"></div>`);
    const { giveBackSome } = inertAround(over);
    expect(giveBackSome(3)).toBe(true);
    expect(inert()).toEqual(['list']);
    expect(giveBackSome(2)).toBe(true);
    expect(inert()).toEqual(['two']);
    expect(giveBackSome(2)).toBe(false);
    expect(inert()).toEqual([]);
  });

  it('gives back in parts nothing that was out of reach before', () => {
    const over = page('<main id="work"><p id="hidden" inert></p><p id="words"></p></main><div id="over"></div>');
    const { giveBackSome } = inertAround(over);
    while (giveBackSome(1));
    expect(inert()).toEqual(['hidden']);
  });

  it('ends though what was taken has gone from the page', () => {
    const over = page('<main id="work"></main><div id="rail"></div><div id="over"></div>');
    const { giveBackSome } = inertAround(over);
    document.querySelector('#work')!.remove();
    let rounds = 0;
    while (giveBackSome(1) && rounds < 9) rounds += 1;
    expect(inert()).toEqual([]);
  });
});

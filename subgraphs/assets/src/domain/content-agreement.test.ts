import { describe, expect, it } from 'vitest';
import { contentAgrees, isShownInline } from './content-agreement.ts';

describe('declared type and content', () => {
  it.each([
    ['image/png', 'image/png'],
    ['image/jpg', 'image/jpeg'],
    ['image/heif', 'image/heic'],
    ['application/pdf', 'application/pdf'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/zip'],
    ['application/vnd.google-earth.kmz', 'application/zip'],
    ['application/vnd.apple.pages', 'application/zip'],
    ['application/zip', 'application/java-archive'],
    ['application/octet-stream', 'image/png'],
    ['text/plain', undefined],
    ['image/svg+xml', 'application/xml'],
    ['image/svg+xml', undefined],
    ['text/markdown', 'application/xml'],
  ])('agree: %s that shows %s', (declared, shown) => {
    expect(contentAgrees(declared, shown)).toBe(true);
  });

  it.each([
    ['image/png', 'image/jpeg'],
    ['image/png', undefined],
    ['image/png', 'application/pdf'],
    ['text/plain', 'image/png'],
    ['text/plain', 'application/zip'],
    ['application/pdf', undefined],
    ['application/zip', undefined],
    ['video/mp4', 'application/pdf'],
    ['image/svg+xml', 'image/png'],
    ['application/epub+zip', 'application/pdf'],
    ['application/pdf', 'application/zip'],
    ['application/gzip', 'application/zip'],
    ['application/json', 'application/zip'],
    ['application/vnd.google-earth.kml+xml', 'application/zip'],
    ['audio/mpeg', 'application/zip'],
  ])('disagree: %s that shows %s', (declared, shown) => {
    expect(contentAgrees(declared, shown)).toBe(false);
  });
});

describe('a link', () => {
  it('shows pictures, sound, films, PDF and plain text in place', () => {
    for (const type of ['image/png', 'audio/mpeg', 'video/mp4', 'application/pdf', 'text/plain']) {
      expect(isShownInline(type)).toBe(true);
    }
  });

  it('hands over what could run as a page', () => {
    for (const type of ['text/html', 'image/svg+xml', 'application/xhtml+xml', 'text/xml', 'application/javascript']) {
      expect(isShownInline(type)).toBe(false);
    }
  });
});

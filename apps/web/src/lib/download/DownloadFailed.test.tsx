import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { GraphError } from '../graph/index.ts';
import { request } from '../graph/request.ts';
import { Answering } from '../graph/testing/Answering.tsx';
import { DownloadFailed, useDownloadFile } from './index.ts';

vi.mock('../graph/request.ts', () => ({ request: vi.fn() }));

function Page() {
  const download = useDownloadFile();
  return (
    <>
      <button type="button" onClick={() => download.mutate('sound')}>
        Download
      </button>
      <DownloadFailed download={download} />
    </>
  );
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  vi.mocked(request).mockReset();
  render(
    <Answering>
      <Page />
    </Answering>,
  );
});

describe('a download that failed', () => {
  it('says so, and is asked for again by the button beside it, which gives focus back', async () => {
    vi.mocked(request).mockRejectedValue(new GraphError({ code: 'UNREACHABLE', message: 'HTTP 502', traceId: null }));
    await press('Download');
    expect((await screen.findByRole('alert')).textContent).toContain('The studio did not answer.');
    vi.mocked(request).mockReturnValue(new Promise(() => undefined));
    await press('Try again');
    expect(vi.mocked(request).mock.calls.map(([, variables]) => variables)).toEqual([{ id: 'sound' }, { id: 'sound' }]);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Download' }));
  });

  it('for a file that is gone says that', async () => {
    vi.mocked(request).mockResolvedValue({ asset: null });
    await press('Download');
    expect((await screen.findByRole('alert')).textContent).toContain('The file is not there any more.');
  });
});

import { useRef, useState } from 'react';
import { abandonUpload, sendFile } from './send-file.ts';

/** Sends one file and then does something with it; can be canceled while it is on its way. */
export function useSendFile() {
  const [sentShare, setSentShare] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);

  /** The id of the stored file, or null when it was canceled. Throws UploadError. */
  const send = async (file: File): Promise<string | null> => {
    const stopping = new AbortController();
    let ticketId: string | null = null;
    running.current = stopping;
    setSentShare(0);
    try {
      return await sendFile({
        file,
        idempotencyKey: crypto.randomUUID(),
        signal: stopping.signal,
        onStep: (step) => 'sentBytes' in step && setSentShare(step.sentBytes / file.size),
        onTicket: ({ assetId }) => {
          ticketId = assetId;
        },
      });
    } catch (error) {
      if (ticketId !== null) abandonUpload(ticketId);
      if (stopping.signal.aborted) return null;
      throw error;
    } finally {
      running.current = null;
      setSentShare(null);
    }
  };
  return { send, sentShare, cancel: () => running.current?.abort() };
}

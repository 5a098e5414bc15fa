/** 4408 is what graphql-ws takes as "try again". */
const TIMED_OUT = 4408;

/** Closes a socket whose server no longer answers pings: a dead connection can look open for many minutes. */
export function createPulse({ answerWithinMs }: { readonly answerWithinMs: number }) {
  let socket: Pick<WebSocket, 'close'> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    watch: (opened: Pick<WebSocket, 'close'>): void => {
      socket = opened;
    },
    asked: (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => socket?.close(TIMED_OUT, 'No answer to a ping'), answerWithinMs);
    },
    answered: (): void => clearTimeout(timer),
  };
}

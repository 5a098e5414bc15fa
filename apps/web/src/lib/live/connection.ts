/** How the live connection does. `idle` before anything is watched. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'offline';

/** What can happen to it. */
export type ConnectionEvent = 'connecting' | 'opened' | 'lost' | 'went-offline' | 'went-online' | 'closed';

/** The next state; a first connect and a reconnect are told apart because only the second is worth a word to the viewer. */
export function nextConnection(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  switch (event) {
    case 'opened':
      return 'live';
    case 'went-offline':
      return 'offline';
    case 'closed':
      return 'idle';
    case 'lost':
      return state === 'offline' ? 'offline' : 'reconnecting';
    case 'went-online':
      return state === 'offline' ? 'reconnecting' : state;
    case 'connecting':
      return state === 'idle' ? 'connecting' : state;
  }
}

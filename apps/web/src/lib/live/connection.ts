/** How the live connection does, as the viewer is told. `idle` before anything is watched. */
export type ConnectionState = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'offline';

/** What can happen to it. */
export type ConnectionEvent = 'connecting' | 'opened' | 'lost' | 'went-offline' | 'went-online' | 'closed';

/** The socket and the machine's network, kept apart: a socket may live through a short loss of network. */
export interface Connection {
  readonly socket: Exclude<ConnectionState, 'offline'>;
  readonly isOnline: boolean;
}

/** The next state; a first connect and a reconnect are told apart because only the second is worth a word to the viewer. */
export function nextConnection(connection: Connection, event: ConnectionEvent): Connection {
  switch (event) {
    case 'opened':
      return { ...connection, socket: 'live' };
    case 'closed':
      return { ...connection, socket: 'idle' };
    case 'lost':
      return { ...connection, socket: 'reconnecting' };
    case 'went-offline':
      return { ...connection, isOnline: false };
    case 'went-online':
      return { ...connection, isOnline: true };
    case 'connecting':
      return connection.socket === 'idle' ? { ...connection, socket: 'connecting' } : connection;
  }
}

/** What to tell the viewer. */
export function stateOf({ socket, isOnline }: Connection): ConnectionState {
  return isOnline ? socket : 'offline';
}

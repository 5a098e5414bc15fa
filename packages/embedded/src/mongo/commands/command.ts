import type { Encodable } from '../bson/encode.ts';
import type { BsonDocument } from '../bson/value.ts';
import type { Cursors } from '../cursors.ts';
import type { Catalog } from '../store/catalog.ts';
import type { DatabaseFiles } from '../store/database-files.ts';

/** What all commands share. */
export interface Services {
  readonly files: DatabaseFiles;
  readonly catalog: Catalog;
  readonly cursors: Cursors;
  readonly startedAt: Date;
  /** How many clients are connected now. */
  readonly connections: () => number;
}

export interface CommandRequest {
  /** The name as this server knows it, whatever the client's spelling. */
  readonly name: string;
  readonly database: string;
  readonly body: BsonDocument;
  readonly services: Services;
}

export type Reply = { readonly [name: string]: Encodable };

export interface Command {
  /** The fields it honours; any other is refused, since to overlook an option is to answer wrongly. */
  readonly fields: readonly string[];
  readonly run: (request: CommandRequest) => Reply | Promise<Reply>;
}

export type Commands = Readonly<Record<string, Command>>;

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import type { Network, Service } from '@modu/network';
import type { SettingsSlice } from '@modu/settings';
import type { IdentityTokens } from '@modu/viewer';
import type { Registry } from 'prom-client';
import type { z } from 'zod';

/** What every module is handed by the host. Nothing else is global. */
export interface Platform {
  readonly logger: Logger;
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly bus: Bus;
}

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string };

export interface RunningModule {
  /** What others reach under this module's name; absent for modules that only consume tasks. */
  readonly service?: Service;
  /** Takes over WebSocket upgrades of one public path. */
  readonly upgrade?: {
    readonly path: string;
    accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
    /** Tells every open socket to leave. Before anything stops: a server has ended only when its sockets have. */
    close(): Promise<void>;
  };
  /** What `/metrics` shows of this module beside the process's own; names start with `modu_<module>_`. */
  readonly metrics?: Registry;
  /** Asked by `/ready`; must answer within a second or counts as not ready. */
  ready?(): Promise<Readiness>;
  /** Finishes what runs or hands it back, then releases everything. Called once, in reverse order of start. */
  stop(): Promise<void>;
}

/** A module is a value: importing it does nothing, starting it does everything. */
export interface ModuleDefinition<Slice extends SettingsSlice = SettingsSlice> {
  readonly name: string;
  readonly settings: Slice;
  /** Modules that must be started before this one when they run in the same process. */
  readonly needs: readonly string[];
  start(settings: z.output<Slice>, platform: Platform): Promise<RunningModule>;
}

/** Gives `start` its settings' types; the host treats all modules alike. */
export function defineModule<Slice extends SettingsSlice>(definition: ModuleDefinition<Slice>): ModuleDefinition {
  return definition as unknown as ModuleDefinition;
}

import { localise, refuse as refusal } from '@modu/errors';
import type { Viewer } from '@modu/viewer';
import { OWN_OPERATION } from '../telemetry/metrics.ts';
import { chooseDocument } from './choose-document.ts';
import { parseGraphqlBody } from './graphql-body.ts';
import type { OperationCosts } from './operation-costs.ts';
import type { RateLimits } from './rate-limits.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

export interface Arrival {
  /** The parsed JSON of a request, or the payload of a subscription: from outside. */
  readonly body: unknown;
  readonly viewer: Viewer;
  readonly address: string;
}

export interface AdmittedOperation {
  readonly ok: true;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly trusted: boolean;
  /** What metrics and traces call it: the name of a trusted document, or that it is somebody's own. */
  readonly name: string;
  readonly cost: number;
}

export interface TurnedAway {
  readonly ok: false;
  /** For HTTP; a socket sends the rest as an error. */
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
}

export interface FrontDoor {
  admit(arrival: Arrival): Promise<AdmittedOperation | TurnedAway>;
}

interface FrontDoorOptions {
  readonly trusted: TrustedDocuments;
  readonly costs: OperationCosts;
  readonly rates: RateLimits;
  /** The most that one operation of somebody's own may cost. */
  readonly costMax: number;
  /** What preparing documents costs somebody in a minute, counted apart and here alone: it is this process's time. */
  readonly preparing: RateLimits;
  /** Whether an operation was prepared before. */
  isReady(asked: { readonly query: string; readonly operationName: string | undefined }): boolean;
}

/**
 * Decides which operations are run at all: the studio's own for everyone, others for those who have a name here, and none
 * beyond what it may cost, by itself and in a minute. Everything is decided before anything is planned.
 */
export function createFrontDoor(options: FrontDoorOptions): FrontDoor {
  const { trusted, costs, rates, costMax, preparing, isReady } = options;
  return {
    admit: async ({ body, viewer, address }) => {
      const asked = parseGraphqlBody(body);
      if (!asked) return { ok: false, status: 400, code: 'BAD_REQUEST', message: 'The body is no GraphQL request.' };
      const chosen = chooseDocument({ body: asked, viewer, trusted });
      if (!chosen.ok) return chosen;
      const { variables } = asked;
      const name = trusted.nameOf(chosen.text) ?? OWN_OPERATION;
      // A document of the studio has one operation, and is known by its text alone.
      const isOurs = chosen.trusted && (asked.operationName === undefined || asked.operationName === name);
      const operationName = isOurs ? undefined : asked.operationName;
      const isNew = !isOurs && !isReady({ query: chosen.text, operationName });
      const ofReading = isNew ? costs.ofReading(chosen.text) : 0;
      if (isNew) {
        // Before anything is read: who has spent all of it takes no more of our time, and fills nothing that others use.
        const read = await preparing.spend({ viewer, address, cost: ofReading });
        if (!read.ok) return tooMany(viewer, read.retryAfterMs);
      }
      const cost = costs.of({ query: chosen.text, operationName, variables });
      if (!chosen.trusted && cost > costMax) return tooDear(cost, costMax);
      if (isNew) {
        const rest = costs.ofPreparing({ query: chosen.text, operationName }) - ofReading;
        const prepared = await preparing.spend({ viewer, address, cost: rest, spent: ofReading });
        if (!prepared.ok) return tooMany(viewer, prepared.retryAfterMs);
      }
      const spent = await rates.spend({ viewer, address, cost });
      if (!spent.ok) return tooMany(viewer, spent.retryAfterMs);
      return { ok: true, query: chosen.text, operationName, variables, trusted: chosen.trusted, name, cost };
    },
  };
}

function tooDear(cost: number, costMax: number): TurnedAway {
  const message = `This operation may cost ${cost}; one operation may cost ${costMax} at most. Ask for fewer or smaller pages.`;
  return { ok: false, status: 400, code: 'LIMIT_EXCEEDED', message };
}

function tooMany(viewer: Viewer, retryAfterMs: number): TurnedAway {
  const locale = viewer.kind === 'service' ? 'en' : viewer.locale;
  const message = localise(refusal('RATE_LIMITED', 'gateway.rate', {}), locale, {});
  return { ok: false, status: 429, code: 'RATE_LIMITED', message, retryAfterMs };
}

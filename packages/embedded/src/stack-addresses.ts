import { postgresAddress } from './postgres/postmaster.ts';
import type { StackSecrets } from './secrets.ts';
import type { ServerName, StackFacts } from './stack-facts.ts';
import { BUCKET } from './stack-servers.ts';

export interface S3Address {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly bucket: string;
}

/** Where the servers listen. Asking for one that was not wanted throws. */
export interface StackAddresses {
  postgresUrl(database: string): string;
  mongoUrl(database: string): string;
  readonly s3: S3Address;
}

const REGION = 'us-east-1';

/** Addresses from the newest facts: a stack that was taken over may have had to choose another port. */
export function stackAddresses(facts: () => StackFacts, secrets: StackSecrets): StackAddresses {
  const portOf = (name: ServerName): number => {
    const { ports, serving } = facts();
    const port = serving.includes(name) ? ports[name] : undefined;
    if (port === undefined) throw new Error(`The embedded ${name} server was not asked for.`);
    return port;
  };
  return {
    postgresUrl: (database) =>
      postgresAddress({ port: portOf('postgres'), password: secrets.postgresPassword, database }),
    mongoUrl: (database) => `mongodb://127.0.0.1:${portOf('mongo')}/${encodeURIComponent(database)}`,
    get s3() {
      return {
        endpoint: `http://127.0.0.1:${portOf('s3')}`,
        region: REGION,
        accessKeyId: secrets.s3AccessKeyId,
        secretAccessKey: secrets.s3SecretAccessKey,
        bucket: BUCKET,
      };
    },
  };
}

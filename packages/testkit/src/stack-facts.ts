/** Where the real servers of a test run listen. Plain values: they cross from the main process to the test workers. */
export interface TestStack {
  /** An address with the right to create databases. */
  readonly postgresUrl: string;
  readonly mongoUrl: string;
  readonly s3: {
    readonly endpoint: string;
    readonly region: string;
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly bucket: string;
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    testStack: TestStack;
  }
}

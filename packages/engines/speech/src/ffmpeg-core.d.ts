declare module '@ffmpeg/core' {
  export interface FfmpegStream {
    readonly position: number;
  }

  type Transfer = (
    stream: FfmpegStream,
    buffer: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => number;

  /** A file of Emscripten's file system. */
  export interface FfmpegNode {
    node_ops: { getattr(node: FfmpegNode): { size: number } };
    stream_ops: {
      read: Transfer;
      write: Transfer;
      llseek(stream: FfmpegStream, offset: number, whence: number): number;
    };
  }

  export interface FfmpegCore {
    readonly FS: {
      create(path: string): FfmpegNode;
      readonly ErrnoError: new (code: number) => Error;
    };
    setLogger(log: (line: { readonly message: string }) => void): void;
    /** Of the next run; -1 for none. */
    setTimeout(ms: number): void;
    exec(...command: string[]): number;
  }

  export default function create(options: {
    readonly wasmBinary: Uint8Array;
    readonly mainScriptUrlOrBlob: string;
  }): Promise<FfmpegCore>;
}

/** What Node is started with by `npm start` and in the image: processes are measured as they run. */
export const HOST_FLAGS: readonly string[] = ['--max-semi-space-size=32'];

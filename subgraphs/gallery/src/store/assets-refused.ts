/** Another domain said no. Its sentence is for a person; here it is a failure of ours. */
export class AssetsRefused extends Error {
  readonly code: string;

  constructor(step: string, { code, message }: { readonly code: string; readonly message: string }) {
    super(`assets refused ${step}: ${code} ${message}`);
    this.name = 'AssetsRefused';
    this.code = code;
  }
}

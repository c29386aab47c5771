/** A reason why the program cannot start, told to its administrator in one sentence in each language. */
export class StartFailure extends Error {
  readonly code: string;
  readonly thai: string;

  constructor(code: string, english: string, thai: string, options?: ErrorOptions) {
    super(english, options);
    this.name = 'StartFailure';
    this.code = code;
    this.thai = thai;
  }
}

/** The lines to print for any failure: one sentence in English, the same in Thai where there is one. */
export function describeFailure(error: unknown): string {
  if (error instanceof StartFailure)
    return `Prongsai cannot start: ${error.message}\nเริ่มระบบไม่ได้: ${error.thai}`;
  return `Prongsai stopped on an unexpected error: ${error instanceof Error ? error.stack : String(error)}`;
}

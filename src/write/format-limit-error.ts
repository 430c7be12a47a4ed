/** More was to be written than a file of the format can hold. The message says which format to take instead. */
export class FormatLimitError extends RangeError {
  constructor(message: string) {
    super(message);
    this.name = 'FormatLimitError';
  }
}

/**
 * An error that says whose it is: that of a rule or a format, which anyone may add. What was thrown is its `cause`.
 *
 * @example
 * failureOf('The rule my-team/shouting', new TypeError('x is undefined')).message // 'The rule my-team/shouting failed: x is undefined'
 */
export function failureOf(whose: string, cause: unknown): Error {
  return new Error(`${whose} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

/** A token, or what gets one: called again when the server says that the last one ends or has ended. */
export type TokenSource = string | (() => string | undefined | Promise<string | undefined>);

/** The token of a client. */
export interface Tokens {
  /** The token to send now; undefined for a stranger. Throws what the source throws. */
  current(): Promise<string | undefined>;
  /**
   * Get another token than the one that was used. Several callers at once ask the source once.
   *
   * @returns false when there is no other one
   */
  renew(used: string | undefined): Promise<boolean>;
  /** Who calls has changed: ask the source when a token is needed next. */
  forget(): void;
}

/** Keep the token of a source. A text stays what it is; a function is asked when a token is first needed. */
export function createTokens(source: TokenSource | undefined): Tokens {
  if (typeof source !== 'function') {
    return { current: () => Promise.resolve(source), renew: () => Promise.resolve(false), forget: () => undefined };
  }
  let kept: Promise<string | undefined> | undefined;
  const ask = (): Promise<string | undefined> => {
    const asked = Promise.resolve().then(source);
    kept = asked;
    // What has failed is not kept: the next caller asks again.
    asked.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked;
  };
  const current = (): Promise<string | undefined> => kept ?? ask();
  return {
    current,
    async renew(used) {
      const asked = current();
      if ((await asked) !== used) return true;
      // Whoever comes first asks.
      if (kept === asked) void ask().catch(() => undefined);
      return (await current()) !== used;
    },
    forget() {
      kept = undefined;
    },
  };
}

/** Send with the token, and once more with another one when the answer is 401. */
export async function authorized<Answer extends { status: number }>(
  tokens: Tokens,
  send: (token: string | undefined) => Promise<Answer>,
): Promise<Answer> {
  const used = await tokens.current();
  const answer = await send(used);
  if (answer.status !== 401 || !(await tokens.renew(used))) return answer;
  return send(await tokens.current());
}

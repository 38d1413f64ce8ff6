import { setTimeout as delay } from 'node:timers/promises';

/**
 * Ask until there is an answer.
 *
 * @template Answer
 * @param {() => Promise<Answer | undefined>} ask what throws counts as no answer
 * @param {string} what is waited for, for the error
 * @param {number} patienceMs in milliseconds
 * @returns {Promise<Answer>}
 */
export async function eventually(ask, what, patienceMs = 60_000) {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask().catch((error) => (performance.now() > deadline ? Promise.reject(error) : undefined));
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${patienceMs / 1_000} s for ${what}`);
    await delay(200);
  }
}

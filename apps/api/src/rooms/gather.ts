/** Questions that go together at most. */
const mostTogether = 1_000;

interface Waiting<Question, Answer> {
  question: Question;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/**
 * Ask many questions with few statements. There is no timer: the first question is asked at once, and those that come
 * while it is on its way go together next, so that an answer is never older than its question.
 *
 * @param ask answers all of them, in their order
 * @returns asks one
 */
export function gather<Question, Answer>(
  ask: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const waiting: Waiting<Question, Answer>[] = [];
  let asking = false;

  const askTogether = async (batch: readonly Waiting<Question, Answer>[]): Promise<void> => {
    try {
      const answers = await ask(batch.map(({ question }) => question));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const answer = answers[index];
        if (answer === undefined) reject(new Error('A question was not answered'));
        else resolve(answer);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const run = async (): Promise<void> => {
    asking = true;
    while (waiting.length > 0) await askTogether(waiting.splice(0, mostTogether));
    asking = false;
  };

  return (question) =>
    new Promise((resolve, reject) => {
      waiting.push({ question, resolve, reject });
      if (!asking) void run();
    });
}

/**
 * Let many who want to know the same thing at the same moment share one reading. Whoever comes while a reading is under
 * way shares the next, so that nobody gets what was read before they asked.
 *
 * @returns reads; one reading at a time for each id
 */
export function shareReadings<Value>(read: (id: string) => Promise<Value>): (id: string) => Promise<Value> {
  const underWay = new Map<string, { now: Promise<Value>; next: Promise<Value> | undefined }>();

  const begin = (id: string): Promise<Value> => {
    const now = read(id).finally(() => {
      const reading = underWay.get(id);
      if (!reading?.next) underWay.delete(id);
    });
    underWay.set(id, { now, next: undefined });
    return now;
  };

  return (id) => {
    const reading = underWay.get(id);
    if (!reading) return begin(id);
    const again = (): Promise<Value> => begin(id);
    reading.next ??= reading.now.then(again, again);
    return reading.next;
  };
}

/** Messages that one user may publish in a second, over all their connections; `hello` announces it. */
export const messagesPerSecond = 5;

/** Messages that may come at once before the rate counts. */
export const messagesBurst = 10;

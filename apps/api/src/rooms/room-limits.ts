/** Members that a list names at most; their number is always exact. */
export const mostMembers = 100;

/** Messages that somebody who comes in is shown. */
export const newestMessages = 50;

/** Users who may enter a closed room; a JSON body takes no more of them. */
export const longestRoster = 1_000;

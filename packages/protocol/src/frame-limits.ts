/** Largest frame that the server reads, in bytes. */
export const maxFrameBytes = 16 * 1024;

/** Events that one `history` asks for at most. */
export const historyLimit = 100;

/** Notifications that one `read` names at most. */
export const readLimit = 100;

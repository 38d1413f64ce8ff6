/** What a route of the inbox answers. */
export interface InboxAnswer {
  /** 200 unless it is said. */
  status?: number;
  /** Plain text unless it is said. */
  type?: string;
  headers?: Readonly<Record<string, string>>;
  body: string | Uint8Array;
}

/** What is not there. */
export const notFound: InboxAnswer = { status: 404, body: 'There is no such mail' };

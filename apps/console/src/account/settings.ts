/** What the server lets pages do: `GET /settings`. */
export interface Settings {
  version: string;
  /** Strangers may upload. */
  anonymousUploads: boolean;
  upload: { maxBytes: number; types: readonly string[] };
  /** Address of the page of the development inbox; null where mails go to a mail server. */
  inbox: string | null;
  /** Strangers may enter open rooms and hear the broadcast. */
  strangers: boolean;
  /** This browser sends the cookie of a session. */
  session: boolean;
}

import type { Client, ConnectionState, Settings } from '@jobwire/client';
import type { ReadonlySignal } from '@preact/signals';

import type { Person } from './account/person.ts';
import type { FrameLog } from './connection/frame-log.ts';
import type { Announcer } from './frame/announcer.ts';
import type { Route } from './frame/route.ts';
import type { ThemeChoice } from './frame/theme.ts';
import type { KeptJobs } from './kept/kept-jobs.ts';
import type { LanguageChoice } from './language/language.ts';
import type { Uploads } from './try/uploads.ts';

/** What pages are given: made anew when somebody signs in or out. */
export interface App {
  client: Client;
  /** Who looks at the console. */
  person: Person;
  /** What the server lets pages do. */
  settings: Settings;
  language: LanguageChoice;
  theme: ThemeChoice;
  route: ReadonlySignal<Route>;
  /** Jobs of this browser, with their tickets. */
  kept: KeptJobs;
  /** Files that this page sends. */
  uploads: Uploads;
  connection: ReadonlySignal<ConnectionState>;
  frames: FrameLog;
  /** Says something to screen readers. */
  announcer: Announcer;
  /** End the session of this browser. */
  signOut(): Promise<void>;
  /** Do what ends the session in another way, and begin anew. */
  leave(end: () => Promise<void>): Promise<void>;
  /** Ends when this app is replaced: what is watched for as long as it lives ends with it. */
  signal: AbortSignal;
}

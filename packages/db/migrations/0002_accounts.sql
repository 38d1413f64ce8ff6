-- Accounts, administration, and mail that waits, stops and remembers.

ALTER TABLE users
  ADD COLUMN last_sign_in_at timestamptz,
  ADD COLUMN sign_in_count integer NOT NULL DEFAULT 0;

-- A session's token now changes with every renewal; sessions of before cannot be continued.
DELETE FROM sessions;
ALTER TABLE sessions
  -- The part of the token that stays: it finds the session also when an old token is used again.
  ADD COLUMN family_hash text NOT NULL UNIQUE,
  -- The token before the newest: two tabs may renew at the same moment.
  ADD COLUMN previous_token_hash text,
  ADD COLUMN rotated_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN last_used_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN user_agent text;

-- Keys of programs. The key itself is shown once and stored nowhere.
CREATE TABLE api_keys (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  -- Names of jobs that it may start and see; `*` stands for any characters.
  jobs text[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);

-- Who did what. It outlives those it names: an id without its row says nothing about a person.
CREATE TABLE audit_log (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  actor_kind text NOT NULL CHECK (actor_kind IN ('user', 'admin', 'key', 'system')),
  actor_id uuid,
  -- `noun.verb`, e.g. `user.signed-in`, `job.cancelled`, `queue.paused`.
  action text NOT NULL,
  -- What it was done to, e.g. the id of a job or the name of a queue.
  subject text NOT NULL,
  data jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_at ON audit_log (at);
CREATE INDEX audit_log_subject ON audit_log (subject, at);

ALTER TABLE jobs ADD COLUMN cancel_requested_at timestamptz;
CREATE INDEX jobs_cancelling ON jobs (cancel_requested_at) WHERE cancel_requested_at IS NOT NULL AND finished_at IS NULL;

-- What the engine is told about whole queues; it may forget, this does not.
CREATE TABLE queue_settings (
  name text PRIMARY KEY,
  paused boolean NOT NULL DEFAULT false,
  -- A stable code when the system paused it, e.g. `MAIL_CONFIG`; what an operator gave otherwise.
  reason text,
  -- Resumed by itself then; NULL waits for an operator.
  paused_until timestamptz,
  changed_at timestamptz NOT NULL DEFAULT now()
);

ALTER TABLE email_messages
  ADD COLUMN job_id uuid,
  -- When an operator let a mail begin again that had ended: its time to be sent counts from then.
  ADD COLUMN reopened_at timestamptz;
-- How often somebody made us write to an address, and what a deleted user leaves behind.
CREATE INDEX email_messages_to ON email_messages (to_key, created_at);
CREATE INDEX email_messages_user ON email_messages (user_id) WHERE user_id IS NOT NULL;
CREATE INDEX email_messages_age ON email_messages (created_at);

-- Addresses that no mail goes to.
CREATE TABLE suppressions (
  email_key text PRIMARY KEY,
  reason text NOT NULL CHECK (reason IN ('hard_bounce', 'manual')),
  -- What the server said, and of which mail.
  reply text,
  email_message_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- A hard bounce is forgotten one day, because addresses are given out again; NULL never.
  expires_at timestamptz
);

-- When the next mail may go: one row for all mails (`*`), and one for every domain that has a limit.
CREATE TABLE mail_paces (
  scope text PRIMARY KEY,
  next_at timestamptz NOT NULL,
  -- Mails that came too early are told to come back one after the other, from then on.
  backlog_at timestamptz NOT NULL
);

-- Failures in a row over all workers: the mail server does not accept us, or is not there.
CREATE TABLE mail_health (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  policy_failures integer NOT NULL DEFAULT 0,
  transient_failures integer NOT NULL DEFAULT 0,
  -- Until then all mail is held: whoever moves it forward pauses the queues and raises the alarm, once.
  held_until timestamptz
);
INSERT INTO mail_health DEFAULT VALUES;

-- The record: what was accepted, what happened, how it ended.

CREATE TABLE channel_epoch (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  epoch text NOT NULL
);
-- One random string for all channels. Only the restore procedure replaces it: positions taken before a restore from a
-- backup would otherwise look valid and skip events.
INSERT INTO channel_epoch (epoch) VALUES (substr(md5(random()::text || clock_timestamp()::text), 1, 8));

CREATE TABLE users (
  id uuid PRIMARY KEY,
  email_original text NOT NULL,
  -- The identity of an address: local part in lower case, domain as A-label.
  email_key text NOT NULL UNIQUE,
  name text,
  locale text NOT NULL DEFAULT 'en',
  status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'active', 'disabled')),
  verified_at timestamptz,
  -- The newest mail that went out because somebody typed this address: it limits how often the next one does.
  last_mail_id uuid,
  last_mail_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE sessions (
  id uuid PRIMARY KEY,
  -- NULL for the session that the one-time admin link opens.
  user_id uuid REFERENCES users (id) ON DELETE CASCADE,
  token_hash text NOT NULL UNIQUE,
  admin boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX sessions_user ON sessions (user_id);

CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  state text NOT NULL CHECK (
    state IN ('scheduled', 'queued', 'running', 'retrying', 'succeeded', 'failed', 'cancelled', 'expired')
  ),
  payload jsonb NOT NULL,
  owner_id uuid,
  priority smallint NOT NULL DEFAULT 0,
  attempt integer NOT NULL DEFAULT 0,
  max_attempts integer NOT NULL,
  -- Number of the newest event; the statement that changes the job assigns it.
  seq integer NOT NULL,
  progress jsonb,
  result jsonb,
  error jsonb,
  skipped text,
  run_at timestamptz NOT NULL DEFAULT now(),
  next_attempt_at timestamptz,
  -- Which delivery to the engine counts; a delivery of another number does nothing.
  dispatch integer NOT NULL DEFAULT 0,
  dispatch_lease_until timestamptz,
  dispatched_at timestamptz,
  probed_at timestamptz,
  missing_since timestamptz,
  claim_token uuid,
  worker text,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
-- The predicates use finished_at instead of state, so that a claim changes no indexed column and stays a HOT update.
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE dispatched_at IS NULL AND finished_at IS NULL;
CREATE INDEX jobs_dispatched ON jobs (dispatched_at) WHERE dispatched_at IS NOT NULL AND finished_at IS NULL;
CREATE INDEX jobs_finished ON jobs (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX jobs_owner ON jobs (owner_id, id) WHERE owner_id IS NOT NULL;

CREATE TABLE job_events (
  job_id uuid NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  data jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (job_id, seq)
);

-- Attempts that did not succeed: what the events are too public for (error text and stack).
CREATE TABLE job_attempts (
  job_id uuid NOT NULL,
  -- The event that closed the attempt.
  seq integer NOT NULL,
  attempt integer NOT NULL,
  outcome text NOT NULL,
  error jsonb,
  worker text,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (job_id, seq)
);

-- Effects that happen once: commit(key) and once(key).
CREATE TABLE job_steps (
  job_id uuid NOT NULL,
  key text NOT NULL,
  state text NOT NULL CHECK (state IN ('started', 'done')),
  value jsonb,
  attempt integer NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  done_at timestamptz,
  PRIMARY KEY (job_id, key)
);

CREATE TABLE email_messages (
  id uuid PRIMARY KEY,
  user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  purpose text NOT NULL,
  template text NOT NULL,
  template_version integer NOT NULL DEFAULT 1,
  locale text NOT NULL DEFAULT 'en',
  to_address text NOT NULL,
  to_key text NOT NULL,
  to_name text,
  -- Fixed when the row is made, from its id: every copy of the mail carries it.
  message_id text NOT NULL,
  status text NOT NULL DEFAULT 'queued' CHECK (
    status IN ('queued', 'sending', 'sent', 'retry_wait', 'uncertain', 'uncertain_final', 'failed', 'suppressed', 'cancelled')
  ),
  attempts integer NOT NULL DEFAULT 0,
  smtp_phase text NOT NULL DEFAULT 'none' CHECK (smtp_phase IN ('none', 'connect', 'data', 'done')),
  last_code text,
  last_reply text,
  server_message_id text,
  possible_duplicate boolean NOT NULL DEFAULT false,
  not_before timestamptz,
  sent_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE verification_tokens (
  -- SHA-256: the token itself is derived where it is needed and stored nowhere.
  token_hash text PRIMARY KEY,
  user_id uuid REFERENCES users (id) ON DELETE CASCADE,
  purpose text NOT NULL,
  -- The address that the link was sent to: after a change of address the link is void.
  email_key text,
  key_version integer NOT NULL DEFAULT 1,
  -- The mail that carries the link; it may be deleted before.
  email_message_id uuid,
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE blobs (
  sha256 text PRIMARY KEY,
  storage_key text NOT NULL,
  byte_size bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- When somebody last meant to refer to it: the sweeper leaves those alone that may be on their way into the record.
  used_at timestamptz NOT NULL DEFAULT now(),
  last_verified_at timestamptz
);

CREATE TABLE uploads (
  id uuid PRIMARY KEY,
  owner_id uuid,
  blob_sha256 text NOT NULL REFERENCES blobs (sha256),
  byte_size bigint NOT NULL,
  detected_type text NOT NULL,
  width integer,
  height integer,
  frames integer,
  progressive boolean,
  display_name text,
  thumbhash text,
  state text NOT NULL DEFAULT 'processing' CHECK (state IN ('processing', 'ready', 'failed')),
  failure_code text,
  job_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);
-- The same image again by the same owner is the first upload; strangers do not share rows, only bytes.
CREATE UNIQUE INDEX uploads_owner_blob ON uploads (owner_id, blob_sha256) WHERE owner_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX uploads_blob ON uploads (blob_sha256);

CREATE TABLE derivatives (
  id uuid PRIMARY KEY,
  upload_id uuid NOT NULL REFERENCES uploads (id) ON DELETE CASCADE,
  preset text NOT NULL,
  recipe_hash text NOT NULL,
  format text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  byte_size integer NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (upload_id, preset, recipe_hash)
);

-- Results of jobs that are files.
CREATE TABLE files (
  id uuid PRIMARY KEY,
  job_id uuid NOT NULL,
  name text NOT NULL,
  type text NOT NULL,
  blob_sha256 text NOT NULL REFERENCES blobs (sha256),
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (job_id, name)
);
CREATE INDEX files_blob ON files (blob_sha256);

CREATE TABLE idempotency_keys (
  -- Who the key belongs to: a caller and a route, or an anonymous caller and the body's fingerprint.
  scope text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status smallint NOT NULL,
  -- json, not jsonb: a replayed answer has its members in the order of the first.
  body json NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

-- What people do to jobs that exist: replay them, and act on many at once.

-- The job that this one does once more; the first may be gone. NULL for all others.
ALTER TABLE jobs ADD COLUMN replay_of uuid;
CREATE INDEX jobs_replays ON jobs (replay_of) WHERE replay_of IS NOT NULL;

-- What somebody does to many jobs. A job of the catalog carries it out, and its state is that of the action.
CREATE TABLE bulk_actions (
  id uuid PRIMARY KEY,
  job_id uuid NOT NULL,
  action text NOT NULL CHECK (action IN ('retry', 'replay', 'cancel', 'delete')),
  filter jsonb NOT NULL,
  rate_per_second real NOT NULL,
  actor_kind text NOT NULL,
  actor_id uuid,
  matched integer NOT NULL DEFAULT 0,
  done integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  -- No job is acted on before: the rate holds whoever carries the action out, and after a crash.
  next_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX bulk_actions_job ON bulk_actions (job_id);

-- The jobs that fitted when the action was accepted, in the order in which they are acted on.
CREATE TABLE bulk_action_items (
  action_id uuid NOT NULL REFERENCES bulk_actions (id) ON DELETE CASCADE,
  position integer NOT NULL,
  job_id uuid NOT NULL,
  outcome text CHECK (outcome IN ('done', 'skipped', 'failed')),
  -- Why it was skipped or failed.
  code text,
  PRIMARY KEY (action_id, position)
);

-- Schedules: jobs that start by themselves, at the times of a cron expression.

CREATE TABLE schedules (
  name text PRIMARY KEY,
  job text NOT NULL,
  payload jsonb NOT NULL,
  cron text NOT NULL,
  time_zone text NOT NULL,
  -- What a tick does while an earlier job of this schedule has not ended.
  overlap text NOT NULL CHECK (overlap IN ('skip', 'queue', 'cancel-previous')),
  -- Which ticks are made up for that nobody was there to take.
  catch_up text NOT NULL CHECK (catch_up IN ('none', 'last', 'all')),
  enabled boolean NOT NULL,
  -- Who owns the row: what an operator has edited, the code leaves alone.
  origin text NOT NULL CHECK (origin IN ('code', 'operator')),
  -- Counts the edits.
  version integer NOT NULL DEFAULT 1,
  -- The tick that is due next; NULL while it is switched off.
  next_run_at timestamptz,
  last_run_at timestamptz,
  last_job_id uuid,
  -- The jobs that it started and that had not ended when it was last looked at.
  open_jobs uuid[] NOT NULL DEFAULT '{}',
  -- Why it does not run: code and message. NULL once it does.
  error jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX schedules_due ON schedules (next_run_at) WHERE next_run_at IS NOT NULL;

-- The ticks of the last day. The key is the second line of defence: no tick counts twice, whatever else goes wrong.
CREATE TABLE schedule_ticks (
  schedule text NOT NULL REFERENCES schedules (name) ON DELETE CASCADE,
  tick_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('started', 'skipped', 'failed')),
  job_id uuid,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (schedule, tick_at)
);

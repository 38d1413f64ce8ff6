-- What whoever starts a job may choose. Jobs that choose nothing pay nothing: their columns are NULL.

ALTER TABLE jobs
  ADD COLUMN tags text[],
  -- A job that has not started by then ends `expired`; NULL waits for as long as it takes.
  ADD COLUMN expires_at timestamptz;
-- Neither state nor started_at may stand here: a claim changes them, and must stay a HOT update.
CREATE INDEX jobs_expiring ON jobs (expires_at) WHERE expires_at IS NOT NULL AND finished_at IS NULL;
-- How much an owner has waiting or at work.
CREATE INDEX jobs_owner_unfinished ON jobs (owner_id) WHERE owner_id IS NOT NULL AND finished_at IS NULL;

-- Which job stands for a dedupe key. The row is the lock under which parallel requests come one after the other.
CREATE TABLE job_dedupes (
  owner_id uuid,
  name text NOT NULL,
  key text NOT NULL,
  job_id uuid NOT NULL,
  -- How long the job stands for the key: while it is unfinished, until a time, or while the record keeps it.
  mode text NOT NULL CHECK (mode IN ('active', 'ttl', 'forever')),
  until timestamptz,
  CONSTRAINT job_dedupes_key UNIQUE NULLS NOT DISTINCT (owner_id, name, key)
);
CREATE INDEX job_dedupes_job ON job_dedupes (job_id);

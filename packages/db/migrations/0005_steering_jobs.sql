-- What people do to jobs that exist: replay them, and act on many at once.

-- The job that this one does once more; the first may be gone. NULL for all others.
ALTER TABLE jobs ADD COLUMN replay_of uuid;
CREATE INDEX jobs_replays ON jobs (replay_of) WHERE replay_of IS NOT NULL;

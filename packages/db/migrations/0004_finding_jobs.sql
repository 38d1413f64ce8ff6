-- Lists of jobs by what people ask for. Pages are read newest first by id: a UUIDv7 begins with the time.

-- How a job ended, NULL while it is open. A claim leaves it NULL, so indexes on it cost a claim nothing: state itself must
-- stand in no index, or claims were no HOT updates any more.
ALTER TABLE jobs ADD COLUMN outcome text GENERATED ALWAYS AS (CASE WHEN finished_at IS NOT NULL THEN state END) STORED;

CREATE INDEX jobs_outcome ON jobs (outcome, id);
CREATE INDEX jobs_name_outcome ON jobs (name, outcome, id) WHERE outcome IS NOT NULL;
DROP INDEX jobs_owner;
CREATE INDEX jobs_owner ON jobs (owner_id, outcome, id) WHERE owner_id IS NOT NULL;
-- The one before finds what an owner has not finished.
DROP INDEX jobs_owner_unfinished;

-- The tags of jobs that have some, as an index that gives them in the order of a page; GIN would collect all first.
CREATE TABLE job_tags (
  tag text NOT NULL,
  job_id uuid NOT NULL,
  PRIMARY KEY (tag, job_id)
);
CREATE INDEX job_tags_job ON job_tags (job_id);
INSERT INTO job_tags (tag, job_id) SELECT DISTINCT unnest(tags), id FROM jobs WHERE tags IS NOT NULL;

-- Jobs are written in several ways, and this must follow all of them. A job without tags pays for a comparison.
CREATE FUNCTION index_job_tags() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM job_tags WHERE job_id = OLD.id;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO job_tags (tag, job_id) SELECT DISTINCT unnest(NEW.tags), NEW.id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER jobs_tagged AFTER INSERT ON jobs FOR EACH ROW WHEN (NEW.tags IS NOT NULL)
  EXECUTE FUNCTION index_job_tags();
CREATE TRIGGER jobs_retagged AFTER UPDATE OF tags ON jobs FOR EACH ROW WHEN (OLD.tags IS DISTINCT FROM NEW.tags)
  EXECUTE FUNCTION index_job_tags();
CREATE TRIGGER jobs_untagged AFTER DELETE ON jobs FOR EACH ROW WHEN (OLD.tags IS NOT NULL)
  EXECUTE FUNCTION index_job_tags();

-- Words of the payload fields that a definition makes searchable.
CREATE TABLE job_words (
  job_id uuid PRIMARY KEY,
  words tsvector NOT NULL
);
CREATE INDEX job_words_words ON job_words USING gin (words);

-- Where a job comes from, as `traceparent` of W3C Trace Context. NULL while tracing is off.
ALTER TABLE jobs ADD COLUMN trace_context text;

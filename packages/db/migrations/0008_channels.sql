-- What happens in channels other than those of jobs: rooms, users, the broadcast, queues.

-- The newest number of each channel. A row is never deleted while its name can come back: a number that was given once
-- must not be given again.
CREATE TABLE channels (
  name text PRIMARY KEY,
  seq integer NOT NULL,
  -- Number of the oldest event that retention has left.
  kept_from integer NOT NULL DEFAULT 1
) WITH (fillfactor = 50);

-- The log of every channel: numbered without gaps by the statement that stores the event; immutable.
CREATE TABLE channel_events (
  channel text NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  data jsonb NOT NULL,
  -- Whose key `key` is: a user, an API key, or a stranger's connection. The same key again is the same event.
  author text,
  key text,
  -- The connection that wrote it and wants not to be told of it.
  except_conn text,
  PRIMARY KEY (channel, seq)
);
CREATE UNIQUE INDEX channel_events_key ON channel_events (channel, author, key) WHERE key IS NOT NULL;
-- To find what somebody wrote who wants to be forgotten.
CREATE INDEX channel_events_author ON channel_events (author) WHERE author IS NOT NULL;

-- Rooms that somebody set up. A room without a row is open.
CREATE TABLE rooms (
  name text PRIMARY KEY,
  open boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- Who may enter a closed room.
CREATE TABLE room_members (
  room text NOT NULL REFERENCES rooms (name) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  added_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (room, user_id)
);
CREATE INDEX room_members_user ON room_members (user_id);

-- The processes that hold sockets. One that has not been seen for a while is gone, and with it who was there through it.
CREATE TABLE gateways (
  id uuid PRIMARY KEY,
  seen_at timestamptz NOT NULL DEFAULT now(),
  sockets integer NOT NULL DEFAULT 0,
  -- Sockets and streams that hear the broadcast.
  listeners integer NOT NULL DEFAULT 0
);

-- Who is in which room, and through how many connections of which process.
CREATE TABLE room_presence (
  room text NOT NULL,
  member_id text NOT NULL,
  gateway_id uuid NOT NULL REFERENCES gateways (id) ON DELETE CASCADE,
  name text,
  kind text NOT NULL,
  connections integer NOT NULL,
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (room, member_id, gateway_id)
);
CREATE INDEX room_presence_gateway ON room_presence (gateway_id);

-- What users should know. `taken_at`: a socket of theirs has had it.
CREATE TABLE notifications (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text,
  link text,
  data jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  read_at timestamptz,
  taken_at timestamptz
);
CREATE INDEX notifications_user ON notifications (user_id, id DESC);
CREATE INDEX notifications_unread ON notifications (user_id, id DESC) WHERE read_at IS NULL;
CREATE INDEX notifications_created ON notifications (created_at);

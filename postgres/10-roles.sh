#!/bin/sh
# Runs once, in an empty database: one account owns the tables and migrates them, the other reads and writes rows.
set -eu

psql -v ON_ERROR_STOP=1 -q --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v owner_password="$(cat /run/secrets/database-owner-password)" \
  -v password="$(cat /run/secrets/database-password)" <<'SQL'
CREATE ROLE jobwire_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE jobwire LOGIN PASSWORD :'password';
ALTER DATABASE jobwire OWNER TO jobwire_owner;
REVOKE ALL ON DATABASE jobwire FROM PUBLIC;
GRANT CONNECT ON DATABASE jobwire TO jobwire;
GRANT USAGE ON SCHEMA public TO jobwire;
ALTER DEFAULT PRIVILEGES FOR ROLE jobwire_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO jobwire;
ALTER DEFAULT PRIVILEGES FOR ROLE jobwire_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO jobwire;
SQL

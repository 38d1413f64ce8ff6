#!/bin/sh
# Fills the volume of secrets before anything else starts. Each file belongs to the one account that reads it.
#
# /run/given    what the operator gives, one file for each secret; needed in production, optional elsewhere
# /run/secrets  the volume; what is there stays there, so that a second start finds the same passwords
#
# In production nothing is made up: what is missing is named, and nothing starts.
set -eu
umask 077
given=/run/given
secrets=/run/secrets

# The accounts of the images: node's, the one of the public images of redis and postgres, and nginx's.
app=1000
store=999
proxy=$(id -u nginx)

missing=""

# have NAME: true when the operator gave it, or the volume has it, or it could be made up.
have() {
  if [ -s "$given/$1" ]; then
    cp "$given/$1" "$secrets/$1.new" && mv "$secrets/$1.new" "$secrets/$1"
  elif [ -s "$secrets/$1" ] && [ "${NODE_ENV:-}" != production ]; then
    :
  elif [ "${NODE_ENV:-}" = production ] || [ "${2:-}" = given ]; then
    return 1
  else
    openssl rand -hex 32 >"$secrets/$1"
  fi
}

need() { have "$1" "${2:-}" || missing="$missing $1"; }
value() { tr -d '\r\n' <"$secrets/$1"; }
write() { cat >"$secrets/$1.new" && mv "$secrets/$1.new" "$secrets/$1"; }
belongs() { chmod 0400 "$secrets/$2" && chown "$1" "$secrets/$2"; }

chown 0:0 "$secrets" && chmod 0711 "$secrets"

for name in secret-key postgres-password database-owner-password database-password redis-password; do need "$name"; done
if [ "${NODE_ENV:-}" = production ]; then
  for name in smtp-url tls.crt tls.key; do need "$name" given; done
elif [ -s "$given/tls.crt" ]; then
  for name in tls.crt tls.key; do need "$name" given; done
else
  development-certificate.sh "$secrets"
fi
if [ -n "$missing" ]; then
  echo "these secrets are not made up; give them as files:$missing" >&2
  exit 1
fi

# A database or Redis elsewhere: its whole address may be given instead.
have database-url given || printf 'postgres://jobwire:%s@postgres:5432/jobwire' "$(value database-password)" | write database-url
have migrate-url given || printf 'postgres://jobwire_owner:%s@postgres:5432/jobwire' "$(value database-owner-password)" | write migrate-url
have redis-url given || printf 'redis://jobwire:%s@redis:6379' "$(value redis-password)" | write redis-url
have metrics-token given || printf '' | write metrics-token

# Our account gets what BullMQ needs on its own keys and channels, nothing that looks at or changes the server; the other
# one may be asked whether the server lives.
write redis.acl <<ACL
user default off
user jobwire on #$(printf %s "$(value redis-password)" | openssl dgst -sha256 -r | cut -d' ' -f1) ~bull:* &bull:* +@all -@dangerous -@admin +info +client|list +client|setname
user health on nopass resetkeys resetchannels -@all +ping
ACL

for name in secret-key database-url redis-url metrics-token; do belongs "$app" "$name"; done
belongs "$app" migrate-url
[ ! -s "$secrets/smtp-url" ] || belongs "$app" smtp-url
belongs "$store" redis.acl
for name in postgres-password database-owner-password database-password; do belongs "$store" "$name"; done
for name in tls.crt tls.key; do belongs "$proxy" "$name"; done
chmod 0400 "$secrets/redis-password"

# Redis runs without root from its first moment on, so its folder has to be its own.
[ ! -d /volumes/redis ] || chown "$store:$store" /volumes/redis
echo "the secrets are in place"

#!/bin/sh
# Makes a certificate that nobody has signed but itself, for development: tls.crt and tls.key in a folder.
# Usage: development-certificate.sh FOLDER
set -eu
folder=$1
umask 077

# Kept until a day before its end.
if [ -s "$folder/tls.crt" ] && openssl x509 -in "$folder/tls.crt" -noout -checkend 86400 >/dev/null; then exit 0; fi

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 397 -subj "/CN=localhost" \
  -addext "subjectAltName=DNS:localhost,DNS:*.localhost,IP:127.0.0.1,IP:::1" \
  -addext "extendedKeyUsage=serverAuth" \
  -keyout "$folder/tls.key" -out "$folder/tls.crt" 2>/dev/null
echo "made a certificate for localhost, good until $(openssl x509 -in "$folder/tls.crt" -noout -enddate | cut -d= -f2)"

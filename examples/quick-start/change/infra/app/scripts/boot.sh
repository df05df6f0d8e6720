#!/bin/sh
# Runs once when a machine of the worker pool starts.
set -eu

echo "preparing /srv/lantern"
mkdir -p /srv/lantern/spool /srv/lantern/receipts
chown -R worker: /srv/lantern

# Pictures are read through this mount.
mount -t nfs4 files.lantern.internal:/pictures /srv/lantern/pictures

exec /usr/local/bin/worker --queue orders --queue payments --concurrency 8

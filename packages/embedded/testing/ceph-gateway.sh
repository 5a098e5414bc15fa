#!/usr/bin/env bash
# A Ceph Object Gateway on this machine's loopback, to hold the S3 contract against: one monitor, one OSD in memory, one gateway. Takes
# a new folder and the gateway's port; says what to export once it serves; ends and removes everything when it is interrupted.
# Debian 12, as root: apt-get install --no-install-recommends radosgw ceph-osd ceph-mon ceph-mgr ceph-common ceph-base
set -euo pipefail

dir=${1:?the folder} port=${2:-7480} monitor_port=$((${2:-7480} + 1))
mkdir "$dir"
dir=$(cd "$dir" && pwd)
fsid=$(cat /proc/sys/kernel/random/uuid) osd_uuid=$(cat /proc/sys/kernel/random/uuid)
key=contract secret=a-secret-of-the-contract
daemons=()

end() {
  trap - EXIT INT TERM
  # The gateway first: it waits for the others.
  for ((n = ${#daemons[@]} - 1; n >= 0; n--)); do kill "${daemons[n]}" && wait "${daemons[n]}" || true; done 2> /dev/null
  rm -rf "$dir"
  exit
}
trap end EXIT INT TERM

run() {
  "$@" -c "$dir/ceph.conf" -f > "$dir/$1.out" 2>&1 &
  daemons+=($!)
}
ask() { timeout 60 "$@" -c "$dir/ceph.conf"; }

mkdir "$dir/mon" "$dir/osd" "$dir/run"
cat > "$dir/ceph.conf" << CONF
[global]
fsid = $fsid
mon host = v1:127.0.0.1:$monitor_port
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
run dir = $dir/run
admin socket = $dir/run/\$name.asok
log file = $dir/\$name.log
[mon]
mon data = $dir/mon
[osd]
osd data = $dir/osd
osd objectstore = memstore
memstore device bytes = 6442450944
osd class update on start = false
osd crush update on start = false
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:$port
rgw dns name = 127.0.0.1
keyring = $dir/none
CONF

monmaptool --create --addv a "[v1:127.0.0.1:$monitor_port]" --fsid "$fsid" "$dir/monmap" > /dev/null
ask ceph-mon -i a --mkfs --monmap "$dir/monmap"
run ceph-mon -i a
ask ceph osd new "$osd_uuid" > /dev/null
ask ceph osd crush add osd.0 1.0 host=one root=default
run ceph-mgr -i x
ask ceph-osd -i 0 --mkfs --osd-uuid "$osd_uuid"
run ceph-osd -i 0
run radosgw -n client.rgw
ask radosgw-admin user create --uid=contract --display-name=Contract --access-key="$key" --secret-key="$secret" > /dev/null
until curl --silent --output /dev/null "http://127.0.0.1:$port/"; do sleep 1; done
cat << SAID
export S3_ENDPOINT=http://127.0.0.1:$port S3_ACCESS_KEY_ID=$key S3_SECRET_ACCESS_KEY=$secret S3_BUCKET=contract
export S3_LACKS=checksums,trailers,signedHeaders,partOrder,endedUploads,longKeys
SAID
wait "${daemons[0]}"

#!/bin/sh
# Makes the certificates of the test servers anew, valid from 2020 for a hundred years: a root, four leaves it
# signed, and one that signed itself. The keys protect nothing; they are public by being here.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: > "$work/index.txt"
echo unique_subject=no > "$work/index.txt.attr"
cat > "$work/ca.conf" <<CONF
[ca]
default_ca = tests
[tests]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[here]
subjectAltName = DNS:localhost, IP:127.0.0.1, IP:::1
[elsewhere]
subjectAltName = DNS:elsewhere.example
CONF

request() {
  openssl req -new -newkey rsa:2048 -nodes -subj "/CN=$2" -keyout "$1-key.pem" -out "$work/$1.csr" 2>/dev/null
}
sign() { # name, extensions, first day, last day, then more options
  name=$1 extensions=$2 first=$3 last=$4
  shift 4
  openssl ca -batch -notext -config "$work/ca.conf" -extensions "$extensions" -startdate "${first}000000Z" \
    -enddate "${last}000000Z" -in "$work/$name.csr" -out "$name.pem" "$@" 2>/dev/null
}

request root 'Longshore test root'
sign root root 20200101 21200101 -selfsign -keyfile root-key.pem
for name in localhost other expired elsewhere; do
  request "$name" "$name.longshore.test"
done
sign localhost here 20200101 21200101 -cert root.pem -keyfile root-key.pem
sign other here 20200101 21200101 -cert root.pem -keyfile root-key.pem
sign expired here 20200101 20210101 -cert root.pem -keyfile root-key.pem
sign elsewhere elsewhere 20200101 21200101 -cert root.pem -keyfile root-key.pem
request self-signed self-signed.longshore.test
sign self-signed here 20200101 21200101 -selfsign -keyfile self-signed-key.pem
rm root-key.pem
# The same identity as `other`, as clients keep it: sealed by the passphrase `harbour`.
openssl pkcs12 -export -in other.pem -inkey other-key.pem -name other -passout pass:harbour -out other.p12

// Package id makes and reads the ids of records: TypeIDs, a kind's prefix and a UUIDv7 in base32 (`opp_01jd…`).
// They sort by the time they were made, and tell what they name.
package id

import (
	"encoding/binary"
	"strings"
	"time"
)

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz" // Crockford's, as the TypeID specification has it

// New makes an id of the kind from an instant and ten random bytes.
func New(kind Kind, at time.Time, random [10]byte) string {
	var u [16]byte
	binary.BigEndian.PutUint64(u[:8], uint64(at.UnixMilli())<<16)
	copy(u[6:], random[:])
	u[6] = u[6]&0x0f | 0x70 // version 7
	u[8] = u[8]&0x3f | 0x80 // RFC 9562 variant
	return kind.Prefix() + "_" + encode(u)
}

// encode writes 128 bits as 26 digits of five bits, the first of them of three.
func encode(u [16]byte) string {
	hi, lo := binary.BigEndian.Uint64(u[:8]), binary.BigEndian.Uint64(u[8:])
	var out [26]byte
	for i := 25; i >= 0; i-- {
		out[i] = alphabet[lo&31]
		lo = lo>>5 | hi<<59
		hi >>= 5
	}
	return string(out[:])
}

// KindOf reads the kind from an id; false where it is none of ours.
func KindOf(id string) (Kind, bool) {
	prefix, rest, ok := strings.Cut(id, "_")
	if !ok || len(rest) != 26 || rest[0] > '7' || strings.Trim(rest, alphabet) != "" {
		return "", false
	}
	k, ok := byPrefix[prefix]
	return k, ok
}

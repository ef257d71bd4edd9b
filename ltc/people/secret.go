package people

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"hash/crc32"
	"strings"
)

const (
	sessionPrefix = "ltc_ses_"
	tokenPrefix   = "ltc_pat_"
)

// newSecret is 32 random bytes with a prefix and a checksum, so that scanners of leaked secrets know it.
func newSecret(prefix string) string {
	b := make([]byte, 32)
	_, _ = rand.Read(b) // never fails since Go 1.24
	body := base64.RawURLEncoding.EncodeToString(b)
	return prefix + body + checksum(body)
}

func checksum(body string) string {
	sum := crc32.ChecksumIEEE([]byte(body))
	return base64.RawURLEncoding.EncodeToString([]byte{byte(sum >> 24), byte(sum >> 16), byte(sum >> 8), byte(sum)})
}

// wellFormed tells whether a secret may have been made by newSecret: what was mistyped or made up is known without
// asking the database.
func wellFormed(prefix, secret string) bool {
	rest, ok := strings.CutPrefix(secret, prefix)
	const sum = 6 // characters
	return ok && len(rest) == 43+sum && checksum(rest[:len(rest)-sum]) == rest[len(rest)-sum:]
}

func hashSecret(secret string) []byte {
	h := sha256.Sum256([]byte(secret))
	return h[:]
}

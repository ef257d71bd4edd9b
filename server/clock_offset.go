//go:build clockoffset

package main

import (
	"fmt"
	"os"
	"time"
)

// LTC_CLOCK_OFFSET ("72h", "-30m") is how far the server's clock is from the machine's: what happens at midnight, when
// a session or a token ends, when a delegation begins, can be seen without waiting for it.
func init() {
	text := os.Getenv("LTC_CLOCK_OFFSET")
	if text == "" {
		return
	}
	offset, err := time.ParseDuration(text)
	if err != nil {
		fmt.Fprintln(os.Stderr, "ltc: LTC_CLOCK_OFFSET:", err)
		os.Exit(2)
	}
	now = func() time.Time { return time.Now().Add(offset) }
}

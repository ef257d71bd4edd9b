package main

import (
	"fmt"
	"strconv"
	"time"
)

// goal is what is wanted of an operation at 8 clients: requests a second as a share of the limit's and as times
// PostGraphile's, processor time as times the limit's.
type goal struct{ share, cpu, peer float64 }

// goals were set when the read path was begun.
var goals = map[string]goal{
	"board":            {0.7, 1.4, 3},
	"account 360":      {0.6, 1.6, 5},
	"leads, deep page": {0.7, 1.4, 6},
	"quote":            {0.6, 1.6, 3},
	"dashboard":        {0.9, 1.2, 10},
	"search":           {0.7, 1.4, 6},
	"move a stage":     {0.6, 1.7, 1.2},
	"record a payment": {0.6, 1.7, 2},
}

// What is wanted of the rest.
const (
	goalGrowth   = 1.5 // times as much for a read of ten times the data
	goalIdle     = 64  // MiB of a server that nobody asks
	goalFollowed = 1000
	goalLast     = 40 * time.Millisecond // until the last of so many followers knows, at the median
	goalEach     = 30                    // microseconds of a processor for a delivery to one of them
)

// atLeast and atMost are figures as they are shown, with what was wanted where they fall short of it.
func atLeast(format string, got, wanted float64) string {
	return judged(format, got, wanted, func(shown float64) bool { return shown >= wanted })
}

func atMost(format string, got, wanted float64) string {
	return judged(format, got, wanted, func(shown float64) bool { return shown <= wanted })
}

func judged(format string, got, wanted float64, good func(float64) bool) string {
	text := fmt.Sprintf(format, got)
	if shown, err := strconv.ParseFloat(text, 64); err == nil && good(shown) {
		return text
	}
	return fmt.Sprintf("%s (wanted %g)", text, wanted)
}

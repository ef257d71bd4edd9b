package gate

import (
	"math"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
)

// memoryShare is the part of the memory up to which the collector lets the heap grow before it works harder; the rest is
// for stacks, buffers and the system.
const memoryShare = 0.8

// growth is by how much of itself, in hundredths, the heap may grow before it is collected. Answers are garbage at once
// and little else lives, so that Go's own 100 spends a fifth of the processor on a heap of some megabytes.
const growth = 400

// UseMemory has the collector keep to a share of what memory there is: what the container may use, or the machine has.
// GOMEMLIMIT and GOGC say it better. It answers the bound, 0 for none.
func UseMemory() int64 {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(growth)
	}
	if os.Getenv("GOMEMLIMIT") != "" {
		return debug.SetMemoryLimit(-1)
	}
	there := least(fileNumber("/sys/fs/cgroup/memory.max"), fileNumber("/sys/fs/cgroup/memory/memory.limit_in_bytes"), machine())
	if there <= 0 {
		return 0
	}
	bound := int64(float64(there) * memoryShare)
	debug.SetMemoryLimit(bound)
	return bound
}

// least is the smallest that is known.
func least(all ...int64) int64 {
	out := int64(math.MaxInt64)
	for _, n := range all {
		if n > 0 {
			out = min(out, n)
		}
	}
	if out == math.MaxInt64 {
		return 0
	}
	return out
}

// fileNumber is what a file says, 0 where it says no number.
func fileNumber(path string) int64 {
	b, err := os.ReadFile(path)
	if err != nil {
		return 0
	}
	n, _ := strconv.ParseInt(strings.TrimSpace(string(b)), 10, 64)
	return n
}

// machine is the machine's memory, 0 where the system does not say it in /proc.
func machine() int64 {
	b, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) == 3 && f[0] == "MemTotal:" {
			kib, _ := strconv.ParseInt(f[1], 10, 64)
			return kib << 10
		}
	}
	return 0
}

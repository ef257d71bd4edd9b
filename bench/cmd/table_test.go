package main

import (
	"strings"
	"testing"
	"time"

	"github.com/leadtocash/ltc/bench/load"
	"github.com/leadtocash/ltc/bench/ops"
)

func TestRatiosSayWhereTheyFallShortOrThatThereAreNone(t *testing.T) {
	cell := func(requests int, cpu float64) load.Cell {
		return load.Cell{Requests: requests, Seconds: 1, Server: cpu}
	}
	at := func(clients int, cells ...load.Cell) *table {
		return &table{lines: []line{{op: ops.All[0], clients: clients, cells: cells, refused: make([]string, len(cells))}}}
	}
	const none = "Not measured: 8 was not among the numbers of clients.\n"
	tests := map[string]struct {
		table *table
		want  string
	}{
		"as it is wanted":          {at(8, cell(90, .9), cell(100, 1), cell(30, 1)), "| board | 0.90 | 1.00 | 3.0 |\n"},
		"short of it":              {at(8, cell(50, 1), cell(100, 1), cell(40, 1)), "| board | 0.50 (wanted 0.7) | 2.00 (wanted 1.4) | 1.2 (wanted 3) |\n"},
		"without PostGraphile":     {at(8, cell(90, .9), cell(100, 1)), "| board | 0.90 | 1.00 | - |\n"},
		"at other numbers of them": {at(32, cell(90, .9), cell(100, 1)), none},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			var w strings.Builder
			if tt.table.ratios(&w); !strings.HasSuffix(w.String(), tt.want) {
				t.Errorf("got:\n%s\nwant:\n%s", w.String(), tt.want)
			}
		})
	}
}

func TestOnlyTheCrowdThatSomethingIsWantedOfFallsShort(t *testing.T) {
	slow := spread{last: []time.Duration{60 * time.Millisecond}, deliveries: 100, cpu: 5 * time.Millisecond}
	fast := spread{last: []time.Duration{20 * time.Millisecond}, deliveries: 100, cpu: time.Millisecond}
	for sockets, want := range map[int]string{
		1000: "| 100 | 60.0 (wanted 40) | 60.0 | 50.0 (wanted 30) | 20.0 | 20.0 | 10.0 | 0.0 |\n",
		500:  "| 100 | 60.0 | 60.0 | 50.0 | 20.0 | 20.0 | 10.0 | 0.0 |\n",
	} {
		var w strings.Builder
		f := &fan{crowd: crowd{sockets, 1, one}, single: slow, many: fast}
		if f.write(&w); !strings.HasSuffix(w.String(), want) {
			t.Errorf("got %s, want %s", w.String(), want)
		}
	}
}

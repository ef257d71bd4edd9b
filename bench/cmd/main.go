// Command cmd makes the bench's data, serves LTC and the handwritten limit, and measures both beside PostGraphile. It is
// run by `make bench`; each server is a process of its own, so that their processor times can be told apart.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"github.com/leadtocash/ltc/bench/data"
)

type cli struct {
	Make   makeCommand   `cmd:"" help:"Make the set in an empty database."`
	Serve  serveCommand  `cmd:"" help:"Serve LTC as the program does, without a quota, with a place for profiles."`
	Limit  limitCommand  `cmd:"" help:"Serve the handwritten statements."`
	Run    runCommand    `cmd:"" help:"Measure all three and write the table."`
	Fan    fanCommand    `cmd:"" help:"Measure only how fast a move reaches its followers."`
	Growth growthCommand `cmd:"" help:"Measure what each read costs over this set and over a larger one."`
	Sqlite sqliteCommand `cmd:"" help:"Measure LTC over SQLite."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	var c cli
	k := kong.Parse(&c, kong.BindTo(ctx, (*context.Context)(nil)), variables())
	if err := k.Run(); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to stop
	}
}

type makeCommand struct {
	setFlags
	URL string `arg:"" help:"sqlite:PATH or postgres://..."`
}

// Run makes the set and says how many rows it has.
func (m makeCommand) Run(ctx context.Context) error {
	begin := time.Now()
	made, err := data.Make(ctx, m.URL, data.Set{Scale: m.Scale, Seed: m.Seed})
	if err != nil {
		return err
	}
	_, err = fmt.Printf("%v in %s, hash %s\n", made.Rows, time.Since(begin).Round(time.Second), made.Hash)
	return err
}

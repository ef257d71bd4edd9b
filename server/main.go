// Command ltc runs LTC: the server with its app inside, and what an administrator does beside it. Every flag has an
// environment variable; LTC_DATABASE_URL chooses the embedded SQLite or PostgreSQL.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"github.com/leadtocash/ltc/server/telemetry"
)

// version is set when the binary is built.
var version = "development"

// cli is the command line.
type cli struct {
	DatabaseURL string `name:"database-url" env:"LTC_DATABASE_URL" default:"sqlite:data/ltc.db" help:"sqlite:PATH or postgres://..."`
	LogFormat   string `env:"LTC_LOG_FORMAT" enum:"auto,text,json" default:"auto" help:"text, json, or auto: text for a person at a terminal, json for all else."`
	LogLevel    string `env:"LTC_LOG_LEVEL" enum:"debug,info,warn,error" default:"info" help:"debug (every request), info, warn or error."`

	Serve   serveCommand   `cmd:"" help:"Serve the API and the app."`
	Demo    demoCommand    `cmd:"" help:"Fill a new database with a believable company."`
	Import  importCommand  `cmd:"" help:"Import another system's data."`
	Migrate migrateCommand `cmd:"" help:"Bring the database to this version's shape."`
	Backup  backupCommand  `cmd:"" help:"Write the database to one file."`
	Restore restoreCommand `cmd:"" help:"Read a backup into an empty database."`
	User    userCommand    `cmd:"" help:"Make users and their tokens."`
	Version versionCommand `cmd:"" help:"Print the version."`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "ltc:", explain(err))
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	var c cli
	k := kong.Parse(&c, kong.Name("ltc"), kong.UsageOnError(),
		kong.Description("LTC runs a company's way from the first contact to the last cent."),
		kong.BindTo(ctx, (*context.Context)(nil)))
	return k.Run(&c, c.log())
}

// log writes to standard error; its lines bear the request that they are about.
func (c cli) log() *slog.Logger {
	var o slog.HandlerOptions
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.LogLevel)) // kong lets no other through
	o.Level = level
	if c.LogFormat == "text" || c.LogFormat == "auto" && terminal(os.Stderr) {
		return slog.New(telemetry.Named(slog.NewTextHandler(os.Stderr, &o)))
	}
	return slog.New(telemetry.Named(slog.NewJSONHandler(os.Stderr, &o)))
}

// terminal tells whether a person reads what is written there.
func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

type versionCommand struct{}

// Run prints the version.
func (versionCommand) Run() error {
	_, err := fmt.Println("ltc", version)
	return err
}

// Command startpg runs a command with a throw-away PostgreSQL server beside it, and ends as the command ends.
// The command finds the server's URL in LTC_TEST_POSTGRES; where that is set already, the server named there serves.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"github.com/leadtocash/ltc/ltc/ltctest/postgres"
)

const variable = "LTC_TEST_POSTGRES"

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: startpg COMMAND [ARGUMENT]...")
		os.Exit(2)
	}
	code, err := run(context.Background(), os.Args[1], os.Args[2:]...)
	if err != nil {
		fmt.Fprintln(os.Stderr, "startpg:", err)
	}
	os.Exit(code)
}

// run answers the command's exit code. Signals of the terminal reach the command itself, which decides when to end.
func run(ctx context.Context, name string, args ...string) (int, error) {
	signal.Ignore(syscall.SIGINT, syscall.SIGHUP)
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if os.Getenv(variable) == "" {
		server, err := postgres.Start(ctx)
		if err != nil {
			return 1, err
		}
		defer server.Stop()
		cmd.Env = append(os.Environ(), variable+"="+server.URL("postgres"))
	}
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode(), nil
	}
	if err != nil {
		return 1, err
	}
	return 0, nil
}

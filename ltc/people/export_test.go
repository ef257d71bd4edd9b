package people

import (
	"context"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/store"
)

// Failed writes a failed attempt down as SignIn does, without the time that a hash takes.
func Failed(ctx context.Context, st *store.Store, email string) error {
	refusal := fault.New(fault.CodeUnauthenticated, "signin.failed")
	if err := failed(ctx, st, email, refusal); err != refusal { //nolint:errorlint // this very one
		return err
	}
	return nil
}

// HashOnce hashes as a sign-in does.
func HashOnce() error {
	_, err := compare(nil, "some password")
	return err
}

package data

import (
	"context"
	"crypto/sha256"
	"strings"

	"github.com/leadtocash/ltc/ent/db/token"
	"github.com/leadtocash/ltc/ent/db/user"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/store"
)

// secret is that of the one token of every set, with its checksum: it opens a made-up company.
var secret = "ltc_pat_" + strings.Repeat("b", 43) + "W1Li8Q"

// Token is with what a set is asked as it is kept, as her who sees Everything. It is written by the first who asks; of
// its use nothing is written, for it stands there as used in a hundred years.
func Token(ctx context.Context, st *store.Store) (string, error) {
	hash := sha256.Sum256([]byte(secret))
	ctx = call.With(ctx, call.New(call.System(""), Now, call.API))
	return secret, st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		has, err := tx.Token.Query().Where(token.TokenHash(hash[:])).Exist(ctx)
		if err != nil || has {
			return err
		}
		who, err := tx.User.Query().Where(user.Email(Everything)).OnlyID(ctx)
		if err != nil {
			return err
		}
		return tx.Token.Create().SetUserID(who).SetName("bench").SetTokenHash(hash[:]).SetLastUsedAt(Now.AddDate(100, 0, 0)).Exec(ctx)
	})
}

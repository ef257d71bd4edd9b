package people

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"slices"
	"strings"
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/hotp"
	"github.com/pquerna/otp/totp"

	"github.com/leadtocash/ltc/ent/db"
	"github.com/leadtocash/ltc/ltc/audit"
	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/store"
)

const (
	wrongCode     = "signin.code_wrong"
	codePeriod    = 30 // seconds
	recoveryCodes = 10
)

// BeginSecondFactor makes a secret for an authenticator app (RFC 6238: 30 s, 6 digits). It counts once a code of it was
// confirmed; until then one can begin again.
//
// Errors: FORBIDDEN for a token; CONFLICT second_factor.confirmed.
func BeginSecondFactor(ctx context.Context, st *store.Store) (*SecondFactor, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	var key *otp.Key
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		u, err := locked(ctx, tx, v.UserID)
		if err != nil {
			return err
		}
		if u.TotpConfirmedAt != nil {
			return fault.New(fault.CodeConflict, "second_factor.confirmed")
		}
		co, err := flow.CompanyOf(ctx, st, tx.Client)
		if err != nil {
			return err
		}
		key, err = totp.Generate(totp.GenerateOpts{Issuer: issuer(co.Name), AccountName: u.Email, Period: codePeriod})
		if err != nil {
			return err
		}
		return tx.User.UpdateOneID(u.ID).SetTotpSecret(key.Secret()).Exec(ctx)
	})
	if err != nil {
		return nil, err
	}
	return &SecondFactor{Secret: key.Secret(), URI: key.URL()}, nil
}

// issuer is what an authenticator app shows above the account; a colon would end it.
func issuer(company string) string { return "LTC " + strings.ReplaceAll(company, ":", " ") }

// ConfirmSecondFactor makes the second factor count, and answers recovery codes, which are shown this once.
//
// Errors: FORBIDDEN for a token; CONFLICT second_factor.confirmed; GUARD_FAILED second_factor.not_begun; INVALID
// signin.code_wrong.
func ConfirmSecondFactor(ctx context.Context, st *store.Store, in CodeInput) (*RecoveryCodes, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return nil, err
	}
	codes, kept := newRecoveryCodes()
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		u, err := locked(ctx, tx, v.UserID)
		if err != nil {
			return err
		}
		if u.TotpConfirmedAt != nil {
			return fault.New(fault.CodeConflict, "second_factor.confirmed")
		}
		if u.TotpSecret == nil {
			return fault.Guard("second_factor.not_begun")
		}
		step := stepOf(u, in.Code, call.Now(ctx))
		if step == 0 {
			return fault.Invalid(wrongCode, nil).At("code")
		}
		err = tx.User.UpdateOneID(u.ID).SetTotpConfirmedAt(call.Now(ctx)).SetTotpLastStep(step).SetRecoveryCodes(kept).Exec(ctx)
		if err != nil {
			return err
		}
		return audit.Write(ctx, st, audit.Event{Action: audit.FactorBegun, Subject: u.ID})
	})
	if err != nil {
		return nil, err
	}
	return &RecoveryCodes{Codes: codes}, nil
}

// EndSecondFactor ends the viewer's second factor, by a code of it or a recovery code.
//
// Errors: FORBIDDEN for a token; GUARD_FAILED second_factor.not_begun; INVALID signin.code_wrong; THROTTLED.
func EndSecondFactor(ctx context.Context, st *store.Store, in CodeInput) (string, error) {
	v, err := inPerson(ctx)
	if err != nil {
		return "", err
	}
	u, err := st.Reader().User.Get(ctx, v.UserID)
	if err != nil {
		return "", store.Translate(err)
	}
	if err := throttled(ctx, st, u.Email); err != nil {
		return "", err
	}
	err = st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error { return endFactor(ctx, tx, u.ID, in.Code) })
	if f := fault.Of(err); f != nil && f.Rule == wrongCode {
		return "", failed(ctx, st, u.Email, f)
	}
	return u.ID, err
}

func endFactor(ctx context.Context, tx *store.Tx, userID, code string) error {
	u, err := locked(ctx, tx, userID)
	if err != nil {
		return err
	}
	if u.TotpConfirmedAt == nil {
		return fault.Guard("second_factor.not_begun")
	}
	opened, err := useCode(ctx, tx, u, code)
	if err != nil {
		return err
	}
	if opened == "" {
		return fault.Invalid(wrongCode, nil).At("code")
	}
	if err := forgetFactor(ctx, tx, u.ID); err != nil {
		return err
	}
	return audit.Write(ctx, tx.Store, audit.Event{Action: audit.FactorEnded, Subject: u.ID})
}

// ForgetSecondFactor ends the second factor of somebody who has lost it and all recovery codes, as an administrator does
// at the server.
//
// Errors: INVALID user.unknown; GUARD_FAILED second_factor.not_begun.
func ForgetSecondFactor(ctx context.Context, st *store.Store, email string) error {
	found, err := userOf(ctx, st, email)
	if err != nil {
		return err
	}
	return st.InTx(ctx, func(ctx context.Context, tx *store.Tx) error {
		u, err := locked(ctx, tx, found.ID)
		if err != nil {
			return err
		}
		if u.TotpConfirmedAt == nil {
			return fault.Guard("second_factor.not_begun")
		}
		if err := forgetFactor(ctx, tx, u.ID); err != nil {
			return err
		}
		return audit.Write(ctx, st, audit.Event{Action: audit.FactorEnded, Subject: u.ID})
	})
}

// forgetFactor leaves the last step as it is, so that no code counts twice even with the same secret.
func forgetFactor(ctx context.Context, tx *store.Tx, userID string) error {
	return tx.User.UpdateOneID(userID).ClearTotpSecret().ClearTotpConfirmedAt().ClearRecoveryCodes().Exec(ctx)
}

// useCode opens with a code of the authenticator app ("app") or with a recovery code ("recovery"); neither opens
// twice. It answers "" for any other. The user is locked.
func useCode(ctx context.Context, tx *store.Tx, u *db.User, code string) (opened string, err error) {
	if step := stepOf(u, code, call.Now(ctx)); step > 0 {
		return "app", tx.User.UpdateOneID(u.ID).SetTotpLastStep(step).Exec(ctx)
	}
	i := slices.Index(u.RecoveryCodes, hashCode(code))
	if i < 0 {
		return "", nil
	}
	rest := slices.Delete(slices.Clone(u.RecoveryCodes), i, i+1)
	return "recovery", tx.User.UpdateOneID(u.ID).SetRecoveryCodes(rest).Exec(ctx)
}

// stepOf is the half minute that a code belongs to: this one, the one before or the one after, if none as late was
// used yet; else 0.
func stepOf(u *db.User, code string, now time.Time) int64 {
	this := now.Unix() / codePeriod
	for _, step := range []int64{this, this - 1, this + 1} {
		ok, err := hotp.ValidateCustom(plainCode(code), uint64(step), *u.TotpSecret, hotp.ValidateOpts{ //nolint:gosec // after 1970
			Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1,
		})
		if err == nil && ok && step > u.TotpLastStep {
			return step
		}
	}
	return 0
}

// newRecoveryCodes are codes of 80 bits each, as they are shown and as they are kept.
func newRecoveryCodes() (shown, kept []string) {
	for range recoveryCodes {
		r := strings.ToLower(rand.Text()[:16])
		code := strings.Join([]string{r[:4], r[4:8], r[8:12], r[12:]}, "-")
		shown, kept = append(shown, code), append(kept, hashCode(code))
	}
	return shown, kept
}

func hashCode(code string) string {
	return base64.RawStdEncoding.EncodeToString(hashSecret(strings.ToLower(plainCode(code))))
}

// plainCode is a code without what people type between its parts.
func plainCode(code string) string {
	return strings.NewReplacer(" ", "", "-", "", "\t", "").Replace(strings.TrimSpace(code))
}

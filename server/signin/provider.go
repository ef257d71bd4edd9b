package signin

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"

	"github.com/leadtocash/ltc/ltc/fault"
	"github.com/leadtocash/ltc/ltc/people"
)

// Provider is the company's identity provider (OpenID Connect), with which people sign in.
type Provider struct {
	Name                     string // as the sign-in page calls it
	Issuer, ClientID, Secret string
	BaseURL                  string // of LTC, as people reach it
	mu                       sync.Mutex
	found                    *oidc.Provider
	failed                   error // why it was not found
	failedAt                 time.Time
}

const (
	patience = 10 * time.Second // that the provider may take for an answer
	pause    = 5 * time.Second  // after it gave none
)

var client = &http.Client{Timeout: patience}

// discover asks the provider for its addresses, once it answers: LTC starts without it. While it does not, it is not
// asked for each browser anew.
func (p *Provider) discover(ctx context.Context) (*oidc.Provider, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.found != nil {
		return p.found, nil
	}
	if p.failed != nil && time.Since(p.failedAt) < pause {
		return nil, p.failed
	}
	p.found, p.failed = oidc.NewProvider(oidc.ClientContext(context.WithoutCancel(ctx), client), p.Issuer)
	p.failedAt = time.Now()
	return p.found, p.failed
}

func (p *Provider) config(found *oidc.Provider) *oauth2.Config {
	return &oauth2.Config{
		ClientID: p.ClientID, ClientSecret: p.Secret, Endpoint: found.Endpoint(),
		RedirectURL: p.BaseURL + "/signin/oidc/callback", Scopes: []string{oidc.ScopeOpenID, "profile", "email"},
	}
}

// trip is what is remembered of a sign-in while the browser is at the provider.
type trip struct {
	State    string `json:"s"`
	Nonce    string `json:"n"`
	Verifier string `json:"v"`
	Next     string `json:"u"`
}

// begin is the provider's page for a trip.
func (p *Provider) begin(ctx context.Context, t trip) (string, error) {
	found, err := p.discover(ctx)
	if err != nil {
		return "", err
	}
	return p.config(found).AuthCodeURL(t.State, oidc.Nonce(t.Nonce), oauth2.S256ChallengeOption(t.Verifier)), nil
}

// end is whom the provider names for the code that came back from a trip.
func (p *Provider) end(ctx context.Context, t trip, code string) (who people.Identity, err error) {
	ctx = oidc.ClientContext(ctx, client)
	found, err := p.discover(ctx)
	if err != nil {
		return who, err
	}
	tokens, err := p.config(found).Exchange(ctx, code, oauth2.VerifierOption(t.Verifier))
	if err != nil {
		return who, err
	}
	raw, _ := tokens.Extra("id_token").(string)
	id, err := found.Verifier(&oidc.Config{ClientID: p.ClientID}).Verify(ctx, raw)
	if err != nil {
		return who, err
	}
	if id.Nonce != t.Nonce {
		return who, fault.New(fault.CodeUnauthenticated, "signin.oidc_expired")
	}
	return named(ctx, found, tokens, id)
}

// named is whom an ID token names. Some providers tell the e-mail only where they are asked for it.
func named(ctx context.Context, found *oidc.Provider, tokens *oauth2.Token, id *oidc.IDToken) (who people.Identity, err error) {
	var claims struct {
		Email    string `json:"email"`
		Verified any    `json:"email_verified"` // some write it as a text
	}
	if err := id.Claims(&claims); err != nil {
		return who, err
	}
	who = people.Identity{
		Issuer: id.Issuer, Subject: id.Subject, Email: claims.Email, EmailVerified: claims.Verified == true || claims.Verified == "true",
	}
	if who.Email != "" {
		return who, nil
	}
	info, err := found.UserInfo(ctx, oauth2.StaticTokenSource(tokens))
	if err == nil && info.Subject == id.Subject {
		who.Email, who.EmailVerified = info.Email, info.EmailVerified
	}
	return who, nil // who is known by the subject needs no e-mail
}

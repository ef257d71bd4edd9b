// Package sales wins opportunities: it keeps accounts, contacts and products, moves opportunities, and quotes until
// the customer says yes. It alone writes these records.
package sales

import (
	"net/mail"
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/leadtocash/ltc/ltc/fault"
)

// CleanEmail brings an e-mail into the one form in which it is kept: trimmed, lower case (R49). An empty one is none.
func CleanEmail(p *fault.Problems, path string, email **string) {
	if trim(email); *email == nil {
		return
	}
	lower := strings.ToLower(**email)
	a, err := mail.ParseAddress(lower)
	p.Unless(err == nil && a.Address == lower && len(lower) <= 254, path, "input.email")
	*email = &lower
}

// CleanPhone brings a telephone number into E.164 (R49); one without a country's code is Chinese. An empty one is none.
func CleanPhone(p *fault.Problems, path string, phone **string) {
	if trim(phone); *phone == nil {
		return
	}
	n, err := phonenumbers.Parse(**phone, "CN")
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		p.Add(path, "input.phone")
		return
	}
	e164 := phonenumbers.Format(n, phonenumbers.E164)
	*phone = &e164
}

func trim(text **string) {
	if *text == nil {
		return
	}
	t := strings.TrimSpace(**text)
	if *text = &t; t == "" {
		*text = nil
	}
}

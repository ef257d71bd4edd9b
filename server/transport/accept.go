package transport

import (
	"mime"
	"net/http"
	"strconv"
	"strings"
)

const (
	responseJSON = "application/graphql-response+json"
	plainJSON    = "application/json"
	eventStream  = "text/event-stream"
)

// accepted is in which forms a client takes an answer.
type accepted struct {
	json   string // the media type, "" where it takes none
	stream bool   // it takes events too
	events bool   // and rather than JSON
}

// acceptedBy reads the Accept header. A client that says nothing, or anything, gets application/json, as those do that
// were written before there was another type.
func acceptedBy(r *http.Request) accepted {
	header := strings.Join(r.Header.Values("Accept"), ",")
	if strings.TrimSpace(header) == "" {
		return accepted{json: plainJSON}
	}
	q := qualities(header)
	anything := max(q["*/*"], q["application/*"])
	response, plain := q[responseJSON], q[plainJSON]
	if _, named := q[plainJSON]; !named {
		plain = anything
	}
	var a accepted
	switch {
	case response > 0 && response >= plain:
		a.json = responseJSON
	case plain > 0:
		a.json = plainJSON
	}
	events := q[eventStream]
	a.stream = events > 0
	a.events = events > max(response, plain)
	return a
}

// qualities are the media types of an Accept header with their weights.
func qualities(header string) map[string]float64 {
	out := map[string]float64{}
	for part := range strings.SplitSeq(header, ",") {
		media, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil {
			continue
		}
		weight := 1.0
		if given, ok := params["q"]; ok {
			if weight, err = strconv.ParseFloat(given, 64); err != nil {
				continue
			}
		}
		if old, ok := out[media]; !ok || weight > old {
			out[media] = weight
		}
	}
	return out
}

// sendsJSON tells whether a request's body is JSON in UTF-8.
func sendsJSON(r *http.Request) bool {
	media, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	charset, given := params["charset"]
	return err == nil && media == plainJSON && (!given || strings.EqualFold(charset, "utf-8"))
}

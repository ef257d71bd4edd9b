package transport

import (
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/leadtocash/ltc/ltc/fault"
)

// overHTTP is GraphQL over HTTP, and graphql-sse for those who accept events. It takes every request that is no
// WebSocket, so that each gets the status that is its due.
type overHTTP struct{ *Options }

// Supports is for gqlgen.
func (overHTTP) Supports(*http.Request) bool { return true }

// Do answers one request.
func (t overHTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	x := &exchange{Options: t.Options, w: w, r: r, exec: exec, takes: acceptedBy(r)}
	defer x.recover()
	switch {
	case r.Method == http.MethodPost:
		x.post()
	case r.Method == http.MethodGet && x.takes.stream:
		x.takes.events = true
		p, err := inAddress(r.URL.Query())
		x.answer(p, err)
	case r.Method == http.MethodGet:
		x.notAllowed("request.method", "POST")
	default:
		x.notAllowed("request.method", "GET, POST")
	}
}

// exchange is one request and its answer.
type exchange struct {
	*Options
	w     http.ResponseWriter
	r     *http.Request
	exec  graphql.GraphExecutor
	takes accepted
}

func (x *exchange) post() {
	switch {
	case !sendsJSON(x.r):
		x.w.Header().Set("Accept-Post", plainJSON)
		x.refuse(http.StatusUnsupportedMediaType, fault.Invalid("request.media_type", nil))
	case x.takes.json == "" && !x.takes.stream:
		x.refuse(http.StatusNotAcceptable, fault.Invalid("request.accept", nil))
	default:
		p, err := read(x.r)
		x.answer(p, err)
	}
}

// answer runs a request that was read, or refuses one that could not be.
func (x *exchange) answer(p *graphql.RawParams, err error) {
	if err != nil {
		if fault.RuleOf(err) == "request.too_large" {
			x.w.Header().Set("Connection", "close")
			x.refuse(http.StatusRequestEntityTooLarge, err)
			return
		}
		x.refuse(http.StatusBadRequest, err)
		return
	}
	oc, no := x.begin(x.r.Context(), x.exec, x.r, p)
	switch {
	case no != nil:
		x.refuseOperation(no)
	case x.r.Method == http.MethodGet && oc.Operation.Operation == ast.Mutation:
		x.notAllowed("request.mutation", "POST")
	case x.takes.events, x.takes.stream && subscribes(oc):
		x.stream(oc)
	case subscribes(oc):
		x.refuse(http.StatusNotAcceptable, fault.Invalid("request.stream", nil))
	default:
		x.once(oc)
	}
}

// once answers a query or a mutation as JSON.
func (x *exchange) once(oc *graphql.OperationContext) {
	answer, ctx := x.exec.DispatchOperation(x.r.Context(), oc)
	r := answer(ctx)
	if r == nil { // its context ended before it
		r = refused(x.r.Context(), x.exec, x.r, errStopping)
	}
	_ = http.NewResponseController(x.w).SetWriteDeadline(time.Now().Add(answerWait)) // where the connection has one
	x.reply(x.w, x.takes.json, statusOf(x.takes.json, r), r)
}

// answerWait is how long a client may take for an answer's bytes; the server's own limit would end streams.
const answerWait = time.Minute

// refuseOperation answers why an operation was not run. A stream tells it as its only event, so that an EventSource
// hears it, except where waiting or signing in helps: those have statuses that every client knows.
func (x *exchange) refuseOperation(no *graphql.Response) {
	if status := statusOf(responseJSON, no); !x.takes.events || status != http.StatusBadRequest {
		if !x.takes.events {
			status = statusOf(x.takes.json, no)
		}
		x.reply(x.w, x.takes.json, status, no)
		return
	}
	x.tell(no)
}

// recover answers a panic that no resolver's own recovery saw.
func (x *exchange) recover() {
	switch v := recover(); v {
	case nil:
	case http.ErrAbortHandler:
		panic(v)
	default:
		x.reply(x.w, x.takes.json, http.StatusInternalServerError, recovered(x.r.Context(), x.exec, v))
	}
}

func (x *exchange) notAllowed(rule, allowed string) {
	x.w.Header().Set("Allow", allowed)
	x.refuse(http.StatusMethodNotAllowed, fault.Invalid(rule, nil))
}

func (x *exchange) refuse(status int, err error) {
	x.reply(x.w, x.takes.json, status, refused(x.r.Context(), x.exec, x.r, err))
}

// Package ops names the eight things that the bench asks, in the words of LTC's API and of PostGraphile's; the
// handwritten handler takes the same variables. Each answers the same content, which is compared before it is measured.
package ops

import (
	"context"

	entries "github.com/leadtocash/ltc/ltc/platform/search"
)

// Op is one operation. All three servers get the same variables; each takes those that it knows.
type Op struct {
	Name   string
	Note   string // what the table says beside it
	Writes bool
	Ours   string // GraphQL
	Peer   string // GraphQL of PostGraphile
	Wrote  string // of a change: SQL that tells what was written with the record that was answered
	Next   func(w *World, i int) map[string]any

	// Takes is Next where a record belongs to one request at a time; it waits for one as long as the context lasts.
	Takes func(ctx context.Context, w *World) (Taken, error)
}

// All are the operations, in the table's order.
var All = []Op{board, account, leads, quote, dashboard, search, move, pay}

var board = Op{
	Name: "board",
	Ours: `{ board(process: OPPORTUNITY, first: 50, filter: {stages: ["proposal"]}) { columns { stage { key } cards { ... on Opportunity {
		id name version amount { amount currency } nextStep nextStepDue account { id name } owner { id name } } } } } }`,
	Peer: `{ board: allOpportunities(condition: {stage: "proposal"}, first: 50, orderBy: [STAGE_ENTERED_AT_ASC, PRIMARY_KEY_ASC]) { nodes {
		id: rowId name version amountMinor currency nextStep nextStepDue account: accountByAccountId { id: rowId name } owner: userByOwnerId { id: rowId name } } } }`,
	Next: func(*World, int) map[string]any { return nil },
}

var account = Op{
	Name: "account 360",
	Ours: `query($id: ID!) {
		account(id: $id) { id number name stage owner { id name } }
		contacts(filter: {account: $id}, first: 50, orderBy: {field: NAME, direction: ASC}) { edges { node { id name title phone email } } }
		opportunities(filter: {account: $id, categories: [OPEN]}, first: 50, orderBy: {field: CREATED_AT, direction: DESC}) { edges { node {
			id number name stage amount { amount currency } } } }
		orders(filter: {account: $id}, first: 10, orderBy: {field: CREATED_AT, direction: DESC}) { edges { node { id number stage gross { amount currency } } } }
		receivables(account: $id, first: 50) { edges { node { id number dueOn gross { amount currency } outstanding { amount currency } } } } }`,
	Peer: `query($id: String!) {
		account: accountByRowId(rowId: $id) { id: rowId number name stage owner: userByOwnerId { id: rowId name } }
		contacts: allContacts(condition: {accountId: $id}, first: 50, orderBy: [NAME_ASC, PRIMARY_KEY_ASC]) { nodes { id: rowId name title phone email } }
		opportunities: allOpportunities(condition: {accountId: $id, stageCategory: "open"}, first: 50, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]) { nodes {
			id: rowId number name stage amountMinor currency } }
		orders: allOrders(condition: {accountId: $id}, first: 10, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]) { nodes { id: rowId number stage grossMinor currency } }
		receivables: benchUnpaid(account: $id, first: 50) { nodes { id: rowId number dueOn grossMinor currency outstanding } } }`,
	Next: func(w *World, i int) map[string]any { return map[string]any{"id": w.Accounts[i%len(w.Accounts)]} },
}

var leads = Op{
	Name: "leads, deep page",
	Ours: `query($after: String) {
		leads(first: 50, after: $after, filter: {categories: [WORKING]}, orderBy: {field: CREATED_AT, direction: DESC}) {
			totalCount edges { node { id number name company phone stage owner { id name } } } pageInfo { hasNextPage } } }`,
	Peer: `query($peerAfter: Cursor) {
		totalCount: benchWorking
		leads: allLeads(first: 50, after: $peerAfter, condition: {stageCategory: "working"}, orderBy: [CREATED_AT_DESC, PRIMARY_KEY_DESC]) {
			nodes { id: rowId number name company phone stage owner: userByOwnerId { id: rowId name } } pageInfo { hasNextPage } } }`,
	Next: func(w *World, _ int) map[string]any {
		v := map[string]any{"at": w.AfterAt, "last": w.AfterID}
		if w.After != "" {
			v["after"], v["peerAfter"] = w.After, w.PeerAfter
		}
		return v
	},
}

var quote = Op{
	Name: "quote",
	Ours: `query($id: ID!) { quote(id: $id) { id number account { id name } opportunity { id name } latest { id number validUntil net { amount currency } gross { amount currency }
		lines { id position description quantity net { amount currency } gross { amount currency } product { id sku name } } } } }`,
	Peer: `query($id: String!) { quote: quoteByRowId(rowId: $id) { id: rowId number account: accountByAccountId { id: rowId name } opportunity: opportunityByOpportunityId { id: rowId name }
		latest: quoteVersionsByQuoteId(orderBy: [NUMBER_DESC], first: 1) { nodes { id: rowId number validUntil netMinor grossMinor currency
		lines: quoteLinesByQuoteVersionId(orderBy: [POSITION_ASC]) { nodes { id: rowId position description quantity netMinor grossMinor
		product: productByProductId { id: rowId sku name } } } } } } }`,
	Next: func(w *World, i int) map[string]any { return map[string]any{"id": w.Quotes[i%len(w.Quotes)]} },
}

var dashboard = Op{
	Name: "dashboard", Note: "LTC answers from summary rows, which the limit has not",
	Ours: `{ pipelineSummary { stages { stage { key } count amount { amount currency } } }
		receivablesSummary { total { amount } notDue { amount } days1to30 { amount } days31to60 { amount } days61to90 { amount } over90 { amount } } }`,
	Peer: `{ funnel: benchFunnel { nodes { stage count amountMinor } } ageing: benchAgeing { nodes { bucket minor } } }`,
	Next: func(*World, int) map[string]any { return nil },
}

var search = Op{
	Name: "search", Note: "LTC asks the index by the rarest trigrams of the word; the limit asks it for them all",
	Ours: `query($text: String!) { search(text: $text, first: 20) { kind id: recordId number title } }`,
	Peer: `query($code: String!) { search: benchSearch(code: $code) { nodes { kind id: recordId number title } } }`,
	Next: func(w *World, i int) map[string]any {
		text := w.Words[i%len(w.Words)]
		return map[string]any{"text": text, "code": entries.Coded(text)}
	},
}

var move = Op{
	Name: "move a stage", Writes: true,
	Ours: `mutation($id: ID!, $to: String!, $v: Int!, $reason: String) {
		moveStage(input: {id: $id, to: $to, expectedVersion: $v, reason: $reason}) { ... on Opportunity { id version stage } } }`,
	Peer: `mutation($id: String!, $to: String!, $v: Int!, $reason: String, $key: String!) {
		moveStage: benchMoveStage(input: {record: $id, reaches: $to, expected: $v, why: $reason, key: $key}) { result } }`,
	Wrote: moved,
	Takes: nextMove,
}

var pay = Op{
	Name: "record a payment", Writes: true,
	Ours: `mutation($account: ID!, $invoice: ID!, $amount: Decimal!, $reference: String!) { recordPayment(input: {accountId: $account,
		amount: {amount: $amount, currency: "CNY"}, bankReference: $reference, allocations: [{invoiceId: $invoice, amount: {amount: $amount, currency: "CNY"}}]}) { id stage } }`,
	Peer: `mutation($account: String!, $invoice: String!, $reference: String!, $key: String!, $payment: String!, $allocation: String!) {
		recordPayment: benchRecordPayment(input: {account: $account, invoice: $invoice, reference: $reference, key: $key, payment: $payment, allocation: $allocation}) { result } }`,
	Wrote: paid,
	Next:  nextPayment,
}

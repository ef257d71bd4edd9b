package id

// Kind is a kind of record, by the name that it bears in the database.
type Kind string

// The kinds of records, in the order of the chain.
const (
	LegalEntity     Kind = "legal_entity"
	Department      Kind = "department"
	User            Kind = "user"
	Role            Kind = "role"
	Collaborator    Kind = "collaborator"
	Delegation      Kind = "delegation"
	Invitation      Kind = "invitation"
	Session         Kind = "session"
	Token           Kind = "token"
	Process         Kind = "process"
	Journey         Kind = "journey"
	Lead            Kind = "lead"
	Account         Kind = "account"
	Contact         Kind = "contact"
	Product         Kind = "product"
	Opportunity     Kind = "opportunity"
	Quote           Kind = "quote"
	QuoteVersion    Kind = "quote_version"
	QuoteLine       Kind = "quote_line"
	Contract        Kind = "contract"
	PaymentPlanItem Kind = "payment_plan_item"
	Order           Kind = "order"
	OrderLine       Kind = "order_line"
	Shipment        Kind = "shipment"
	ShipmentLine    Kind = "shipment_line"
	Acceptance      Kind = "acceptance"
	AcceptanceLine  Kind = "acceptance_line"
	Invoice         Kind = "invoice"
	InvoiceLine     Kind = "invoice_line"
	Payment         Kind = "payment"
	Allocation      Kind = "allocation"
	CreditNote      Kind = "credit_note"
	ExternalRef     Kind = "external_ref"
	Change          Kind = "change"      // numbered by the log, without an id of this form
	AuditEntry      Kind = "audit_entry" // as Change
)

var prefixes = map[Kind]string{
	LegalEntity: "le", Department: "dep", User: "usr", Role: "rol", Collaborator: "col",
	Delegation: "dlg", Invitation: "ivt", Session: "ses", Token: "tok", Process: "prc", Journey: "jny",
	Lead: "lead", Account: "acc", Contact: "con", Product: "prd", Opportunity: "opp", Quote: "quo", QuoteVersion: "qv",
	QuoteLine: "ql", Contract: "ctr", PaymentPlanItem: "ppi", Order: "ord", OrderLine: "orl", Shipment: "shp",
	ShipmentLine: "shl", Acceptance: "acp", AcceptanceLine: "acl", Invoice: "inv", InvoiceLine: "inl", Payment: "pay",
	Allocation: "alo", CreditNote: "crn", ExternalRef: "ext",
}

var byPrefix = func() map[string]Kind {
	m := make(map[string]Kind, len(prefixes))
	for k, p := range prefixes {
		m[p] = k
	}
	return m
}()

// Prefix is what the kind's ids begin with.
func (k Kind) Prefix() string { return prefixes[k] }

package read

import (
	"github.com/leadtocash/ltc/ent/db/account"
	"github.com/leadtocash/ltc/ent/db/contact"
	"github.com/leadtocash/ltc/ent/db/lead"
	"github.com/leadtocash/ltc/ent/db/opportunity"
	"github.com/leadtocash/ltc/ltc/marketing"
	"github.com/leadtocash/ltc/ltc/sales"
)

// Direction is which way a list is sorted.
type Direction string

// The directions.
const (
	Ascending  Direction = "ASC"
	Descending Direction = "DESC"
)

// OrderField is a column that a list may be sorted by; it is never null.
type OrderField string

// The columns.
const (
	ByCreatedAt      OrderField = "created_at"
	ByStageEnteredAt OrderField = "stage_entered_at"
	ByOpenedAt       OrderField = "opened_at"
	ByName           OrderField = "name"
	ByCompany        OrderField = "company"
	BySku            OrderField = "sku"
	ByAmount         OrderField = "amount_minor"
	ByReceivedOn     OrderField = "received_on"
	ByDueOn          OrderField = "due_on"
)

// Sort is how a list is sorted; ties are broken by the id.
type Sort struct {
	Field     OrderField
	Direction Direction
}

// PaymentStatus is how far an invoice is paid; derived, never set.
type PaymentStatus string

// How far.
const (
	Unpaid     PaymentStatus = "unpaid"
	PartlyPaid PaymentStatus = "partly_paid"
	Paid       PaymentStatus = "paid"
	Credited   PaymentStatus = "credited"
)

// The facts of a lead that can be emptied.
const (
	LeadTitle       marketing.LeadField = lead.FieldTitle
	LeadPhone       marketing.LeadField = lead.FieldPhone
	LeadEmail       marketing.LeadField = lead.FieldEmail
	LeadWechat      marketing.LeadField = lead.FieldWechat
	LeadRegion      marketing.LeadField = lead.FieldRegion
	LeadIndustry    marketing.LeadField = lead.FieldIndustry
	LeadNeed        marketing.LeadField = lead.FieldNeed
	LeadCampaign    marketing.LeadField = lead.FieldCampaign
	LeadNextStep    marketing.LeadField = lead.FieldNextStep
	LeadNextStepDue marketing.LeadField = lead.FieldNextStepDue
)

// The facts of an account that can be emptied.
const (
	AccountShortName       sales.AccountField = account.FieldShortName
	AccountUscc            sales.AccountField = account.FieldUscc
	AccountIndustry        sales.AccountField = account.FieldIndustry
	AccountRegion          sales.AccountField = account.FieldRegion
	AccountLevel           sales.AccountField = account.FieldLevel
	AccountParent          sales.AccountField = account.FieldParentID
	AccountPhone           sales.AccountField = account.FieldPhone
	AccountWebsite         sales.AccountField = account.FieldWebsite
	AccountBillingAddress  sales.AccountField = account.FieldBillingAddress
	AccountShippingAddress sales.AccountField = account.FieldShippingAddress
	AccountInvoiceTitle    sales.AccountField = account.FieldInvoiceTitle
	AccountTaxNumber       sales.AccountField = account.FieldTaxNumber
	AccountBank            sales.AccountField = account.FieldBank
	AccountBankAccount     sales.AccountField = account.FieldBankAccount
	AccountNextStep        sales.AccountField = account.FieldNextStep
	AccountNextStepDue     sales.AccountField = account.FieldNextStepDue
)

// The facts of a contact that can be emptied.
const (
	ContactTitle        sales.ContactField = contact.FieldTitle
	ContactPhone        sales.ContactField = contact.FieldPhone
	ContactEmail        sales.ContactField = contact.FieldEmail
	ContactWechat       sales.ContactField = contact.FieldWechat
	ContactDecisionRole sales.ContactField = contact.FieldDecisionRole
)

// The facts of an opportunity that can be emptied.
const (
	OpportunityContact       sales.OpportunityField = opportunity.FieldContactID
	OpportunityProduct       sales.OpportunityField = opportunity.FieldProductID
	OpportunityExpectedClose sales.OpportunityField = opportunity.FieldExpectedClose
	OpportunityNeeds         sales.OpportunityField = opportunity.FieldNeeds
	OpportunityNextStep      sales.OpportunityField = opportunity.FieldNextStep
	OpportunityNextStepDue   sales.OpportunityField = opportunity.FieldNextStepDue
)

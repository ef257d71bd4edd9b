package role

import (
	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

var (
	everyone  = stage.Departments()
	marketing = []stage.Department{stage.Marketing, stage.Sales}
	first     = []stage.Department{stage.Marketing, stage.Sales, stage.Care}
	customers = []stage.Department{stage.Marketing, stage.Sales, stage.Finance, stage.Care}
	selling   = []stage.Department{stage.Sales}
	signing   = []stage.Department{stage.Sales, stage.Legal}
	making    = []stage.Department{stage.Delivery}
	billing   = []stage.Department{stage.Finance}
)

// verbs says what each verb works on, and who uses it where nobody has changed the roles.
var verbs = map[string]Verb{
	"captureLead":    {Kind: id.Lead, Who: first},
	"updateLead":     {Kind: id.Lead, Who: marketing},
	"assignLead":     {Kind: id.Lead, Who: marketing},
	"qualifyLead":    {Kind: id.Lead, Who: marketing},
	"disqualifyLead": {Kind: id.Lead, Who: marketing},
	"convertLead":    {Kind: id.Lead, Who: marketing},

	"createAccount": {Kind: id.Account, Who: customers},
	"updateAccount": {Kind: id.Account, Who: customers},
	"createContact": {Kind: id.Contact, Who: everyone},
	"updateContact": {Kind: id.Contact, Who: everyone},
	"createProduct": {Kind: id.Product, Who: []stage.Department{stage.Sales, stage.Delivery, stage.Finance}},

	"createOpportunity": {Kind: id.Opportunity, Who: []stage.Department{stage.Sales, stage.Care}},
	"updateOpportunity": {Kind: id.Opportunity, Who: selling},
	"loseOpportunity":   {Kind: id.Opportunity, Who: selling},
	"createQuote":       {Kind: id.Quote, Who: selling},
	"updateQuote":       {Kind: id.Quote, Who: selling},
	"reviseQuote":       {Kind: id.Quote, Who: selling},
	"submitQuote":       {Kind: id.Quote, Who: selling},
	"sendQuote":         {Kind: id.Quote, Who: selling},
	"acceptQuote":       {Kind: id.Quote, Who: selling},

	"draftContract":  {Kind: id.Contract, Who: signing},
	"updateContract": {Kind: id.Contract, Who: signing},
	"submitContract": {Kind: id.Contract, Who: signing},
	"signContract":   {Kind: id.Contract, Who: signing},

	"confirmOrder":     {Kind: id.Order, Who: []stage.Department{stage.Delivery, stage.Sales, stage.Finance}},
	"planShipment":     {Kind: id.Shipment, Who: making},
	"ship":             {Kind: id.Shipment, Who: making},
	"confirmDelivered": {Kind: id.Shipment, Who: making},
	"recordAcceptance": {Kind: id.Acceptance, Who: []stage.Department{stage.Delivery, stage.Sales}},

	"draftInvoice":      {Kind: id.Invoice, Who: []stage.Department{stage.Finance, stage.Sales}},
	"postInvoice":       {Kind: id.Invoice, Who: billing},
	"discardInvoice":    {Kind: id.Invoice, Who: billing},
	"recordPayment":     {Kind: id.Payment, Who: billing},
	"allocatePayment":   {Kind: id.Payment, Who: billing},
	"reverseAllocation": {Kind: id.Payment, Who: billing},
	"reversePayment":    {Kind: id.Payment, Who: billing},
	"creditInvoice":     {Kind: id.CreditNote, Who: billing},

	"moveStage":          {Kind: id.Journey, Who: everyone}, // the transition's own departments narrow it
	"addCollaborator":    {Kind: id.Journey, Who: everyone},
	"removeCollaborator": {Kind: id.Journey, Who: everyone},
	"transferOwnership":  {Kind: id.Journey},

	"inviteUser":       {Kind: id.User},
	"updateUser":       {Kind: id.User},
	"suspendUser":      {Kind: id.User},
	"activateUser":     {Kind: id.User},
	"handOver":         {Kind: id.User},
	"disableUser":      {Kind: id.User},
	"resetUser":        {Kind: id.User},
	"importUsers":      {Kind: id.User},
	"createUserToken":  {Kind: id.User},
	"revokeUserToken":  {Kind: id.User},
	"delegate":         {Kind: id.User, Who: everyone},
	"endDelegation":    {Kind: id.User, Who: everyone},
	"createDepartment": {Kind: id.Department},
	"updateDepartment": {Kind: id.Department},
	"createRole":       {Kind: id.Role},
	"updateRole":       {Kind: id.Role},
	"assignRoles":      {Kind: id.Role},
}

package role

import (
	"slices"

	"github.com/leadtocash/ltc/ltc/id"
	"github.com/leadtocash/ltc/ltc/stage"
)

// Builtin is a ready-made role.
type Builtin struct {
	Key               string
	Name, Description stage.Text
	Rights            Document
}

// The keys of ready-made roles that code asks for; a department's role has the department's name.
const (
	Administrator = "administrator"
	Manager       = "manager"
	Auditor       = "auditor"
	Partner       = "partner"
)

// Builtins are the ready-made roles, one for each department and four more.
func Builtins() []Builtin {
	var out []Builtin
	for _, d := range stage.Departments() {
		b := departments[d]
		b.Key = string(d)
		b.Rights.Grants = grants(d, b.Rights.Grants)
		out = append(out, b)
	}
	return append(out,
		Builtin{
			Key: Manager, Name: stage.Text{ZH: "部门经理", EN: "Manager"},
			Description: stage.Text{ZH: "与本部门角色一起使用：把“自己的”扩大到下属和下级部门的记录", EN: "Beside a department's role: what that lets one see of one's own reaches reports and departments below"},
			Rights:      Document{Manages: true},
		},
		Builtin{
			Key: Administrator, Name: stage.Text{ZH: "管理员", EN: "Administrator"},
			Description: stage.Text{ZH: "管理人员、角色和全部数据", EN: "Runs people, roles and all data"},
			Rights:      Document{Administrator: true},
		},
		Builtin{
			Key: Auditor, Name: stage.Text{ZH: "审计员", EN: "Auditor"},
			Description: stage.Text{ZH: "查看全部数据和审计记录，不能更改", EN: "Reads all data and the audit, changes nothing"},
			Rights:      Document{Auditor: true, Grants: everywhere(All)},
		},
		Builtin{
			Key: Partner, Name: stage.Text{ZH: "合作伙伴", EN: "Partner"},
			Description: stage.Text{ZH: "登记线索并跟踪自己的商机", EN: "Registers leads and follows its own opportunities"},
			Rights: Document{Grants: map[id.Kind]Grant{
				id.Lead:        {Scope: Own, Verbs: []string{"captureLead", "updateLead"}},
				id.Opportunity: {Scope: Own},
				id.Journey:     {Scope: Own},
				id.Product:     {Scope: All},
				id.User:        {Scope: Own},
			}},
		},
	)
}

// departments are the rows and fields of each department's role; its verbs are those that name it.
var departments = map[stage.Department]Builtin{
	stage.Marketing: {
		Name:        stage.Text{ZH: "市场", EN: "Marketing"},
		Description: stage.Text{ZH: "全部线索和客户，以及由其产生的商机", EN: "All leads and accounts, and the opportunities that came of them"},
		Rights: Document{Grants: map[id.Kind]Grant{
			id.Lead: {Scope: All}, id.Account: {Scope: All}, id.Contact: {Scope: All}, id.Opportunity: {Scope: Own},
		}},
	},
	stage.Sales: {
		Name:        stage.Text{ZH: "销售", EN: "Sales"},
		Description: stage.Text{ZH: "自己的线索、客户和商机，以及其后的全部单据", EN: "One's own leads, accounts and opportunities, and all that follows from them"},
		Rights: Document{Grants: map[id.Kind]Grant{
			id.Lead: {Scope: Own}, id.Account: {Scope: Own}, id.Contact: {Scope: Own}, id.Opportunity: {Scope: Own},
			id.Quote: {Scope: Own}, id.Contract: {Scope: Own}, id.Order: {Scope: Own}, id.Shipment: {Scope: Own},
			id.Acceptance: {Scope: Own}, id.Invoice: {Scope: Own}, id.Payment: {Scope: Own}, id.CreditNote: {Scope: Own},
		}},
	},
	stage.Legal: {
		Name:        stage.Text{ZH: "法务", EN: "Legal"},
		Description: stage.Text{ZH: "全部商机、报价和合同，及其客户", EN: "All opportunities, quotes and contracts, and their accounts"},
		Rights: Document{Grants: map[id.Kind]Grant{
			id.Account: {Scope: All}, id.Contact: {Scope: All}, id.Opportunity: {Scope: All}, id.Quote: {Scope: All},
			id.Contract: {Scope: All}, id.Order: {Scope: All},
		}},
	},
	stage.Delivery: {
		Name:        stage.Text{ZH: "交付", EN: "Delivery"},
		Description: stage.Text{ZH: "全部订单、发货和验收，不含价格", EN: "All orders, shipments and acceptances, without prices"},
		Rights: Document{
			Grants: map[id.Kind]Grant{
				id.Account: {Scope: All}, id.Contact: {Scope: All}, id.Contract: {Scope: All}, id.Order: {Scope: All},
				id.Shipment: {Scope: All}, id.Acceptance: {Scope: All},
			},
			Fields: prices,
		},
	},
	stage.Finance: {
		Name:        stage.Text{ZH: "财务", EN: "Finance"},
		Description: stage.Text{ZH: "合同、订单、发票和回款的全部数据", EN: "All contracts, orders, invoices and payments"},
		Rights: Document{Grants: map[id.Kind]Grant{
			id.Account: {Scope: All}, id.Contact: {Scope: All}, id.Quote: {Scope: All}, id.Contract: {Scope: All},
			id.Order: {Scope: All}, id.Shipment: {Scope: All}, id.Acceptance: {Scope: All}, id.Invoice: {Scope: All},
			id.Payment: {Scope: All}, id.CreditNote: {Scope: All},
		}},
	},
	stage.Care: {
		Name:        stage.Text{ZH: "客户服务", EN: "Customer care"},
		Description: stage.Text{ZH: "客户、订单和交付情况", EN: "Accounts, orders and how they were delivered"},
		Rights: Document{Grants: map[id.Kind]Grant{
			id.Lead: {Scope: Own}, id.Account: {Scope: All}, id.Contact: {Scope: All}, id.Opportunity: {Scope: Own},
			id.Order: {Scope: All}, id.Shipment: {Scope: All}, id.Acceptance: {Scope: All}, id.Contract: {Scope: All},
		}},
	},
}

// prices are the fields that tell what something costs, on the records that delivery works with.
var prices = map[id.Kind]map[string]Sight{
	id.Account:         hidden("revenue", "openPipeline", "won", "invoiced", "paid", "outstanding", "credit"),
	id.Product:         hidden("listPrice"),
	id.Contract:        hidden("net", "tax", "gross", "invoiced", "paid"),
	id.PaymentPlanItem: hidden("amount", "invoiced", "paid"),
	id.Order:           hidden("net", "tax", "gross", "invoiced", "paid"),
	id.OrderLine:       hidden("unitPrice", "discount", "net", "tax", "gross"),
	id.Journey:         hidden("value"),
}

func hidden(fields ...string) map[string]Sight {
	out := map[string]Sight{}
	for _, f := range fields {
		out[f] = Hidden
	}
	return out
}

// common is what everybody in the company sees: who works there, what is sold, and the journeys of what they see.
var common = map[id.Kind]Grant{
	id.Product: {Scope: All}, id.User: {Scope: All}, id.Department: {Scope: All}, id.Journey: {Scope: Own},
}

// grants are the rows given, with the verbs that name the department.
func grants(d stage.Department, rows map[id.Kind]Grant) map[id.Kind]Grant {
	out := map[id.Kind]Grant{}
	for kind, g := range common {
		out[kind] = g
	}
	for kind, g := range rows {
		out[kind] = g
	}
	for _, v := range Verbs() {
		if slices.Contains(v.Who, d) {
			g := out[v.Kind]
			if g.Scope == "" {
				g.Scope = Own
			}
			g.Verbs = append(g.Verbs, v.Name)
			out[v.Kind] = g
		}
	}
	return out
}

// everywhere grants the rows of every kind in a scope.
func everywhere(s Scope) map[id.Kind]Grant {
	out := map[id.Kind]Grant{}
	for _, k := range Kinds() {
		out[k] = Grant{Scope: s}
	}
	return out
}

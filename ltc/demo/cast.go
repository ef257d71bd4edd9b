package demo

import (
	"context"
	"fmt"
	"strings"

	"github.com/leadtocash/ltc/ltc/call"
	"github.com/leadtocash/ltc/ltc/flow"
	"github.com/leadtocash/ltc/ltc/money"
	"github.com/leadtocash/ltc/ltc/people"
	"github.com/leadtocash/ltc/ltc/role"
	"github.com/leadtocash/ltc/ltc/sales"
	"github.com/leadtocash/ltc/ltc/stage"
	"github.com/leadtocash/ltc/ltc/worktime"
)

// Password is everybody's who can sign in to the demo company.
const Password = "ltc-demo-2026"

// person is somebody of the company.
type person struct {
	name, email, title string
	department         stage.Department
	manager            string
	signsIn, admin     bool
	partner            bool // works for another company, and signs in to follow its own leads
	viewer             call.Viewer
	id                 string
}

// staff are the twenty people and a partner; the first of a department is its head.
var staff = []person{
	{name: "周婷", email: "zhouting", title: "市场总监", department: stage.Marketing, signsIn: true},
	{name: "吴磊", email: "wulei", title: "市场专员", department: stage.Marketing, manager: "周婷"},
	{name: "孙悦", email: "sunyue", title: "市场专员", department: stage.Marketing, manager: "周婷"},
	{name: "王雪", email: "wangxue", title: "销售总监", department: stage.Sales, signsIn: true},
	{name: "李明", email: "liming", title: "客户经理", department: stage.Sales, manager: "王雪", signsIn: true},
	{name: "陈晨", email: "chenchen", title: "客户经理", department: stage.Sales, manager: "王雪"},
	{name: "张伟", email: "zhangwei", title: "客户经理", department: stage.Sales, manager: "王雪"},
	{name: "郑凯", email: "zhengkai", title: "客户经理", department: stage.Sales, manager: "王雪"},
	{name: "林浩", email: "linhao", title: "方案经理", department: stage.Sales, manager: "王雪"},
	{name: "刘洋", email: "liuyang", title: "法务经理", department: stage.Legal, signsIn: true},
	{name: "高敏", email: "gaomin", title: "法务专员", department: stage.Legal, manager: "刘洋"},
	{name: "赵敏", email: "zhaomin", title: "交付总监", department: stage.Delivery, signsIn: true},
	{name: "何军", email: "hejun", title: "仓储主管", department: stage.Delivery, manager: "赵敏"},
	{name: "徐航", email: "xuhang", title: "实施工程师", department: stage.Delivery, manager: "赵敏"},
	{name: "马超", email: "machao", title: "实施工程师", department: stage.Delivery, manager: "赵敏"},
	{name: "孙浩", email: "sunhao", title: "财务总监", department: stage.Finance, signsIn: true},
	{name: "朱莉", email: "zhuli", title: "应收会计", department: stage.Finance, manager: "孙浩"},
	{name: "胡静", email: "hujing", title: "服务经理", department: stage.Care, signsIn: true},
	{name: "郭强", email: "guoqiang", title: "服务工程师", department: stage.Care, manager: "胡静"},
	{name: "宏远渠道", email: "hongyuan", title: "渠道伙伴", department: stage.Sales, signsIn: true, partner: true},
	{name: "管理员", email: "admin", title: "系统管理员", department: stage.Sales, signsIn: true, admin: true},
}

// WhoCanSignIn is what a newcomer is told.
func WhoCanSignIn() string {
	var b strings.Builder
	b.WriteString("The demo company 华恒智能装备. Sign in with password " + Password + " as one of:\n")
	for _, p := range staff {
		if p.signsIn {
			fmt.Fprintf(&b, "  %-24s %-10s %s, %s\n", p.address(), p.department, p.name, p.title)
		}
	}
	return b.String()
}

// heads tells whether somebody heads a department.
func (p person) heads() bool { return p.manager == "" && !p.admin && !p.partner }

func (p person) address() string { return p.email + "@huaheng.example" }

// found makes the company, its people and its products, on the first day of the story.
func (c *company) found(ctx context.Context) (err error) {
	ctx = c.call(ctx, call.System(""), c.start)
	err = people.Found(ctx, c.st, people.Founding{
		Name: "华恒智能装备有限公司", Currency: "CNY", TimeZone: "Asia/Shanghai", Calendar: worktime.Chinese,
		TaxNumber: "91320594MA1X7Q2K3E", Address: "苏州市工业园区星湖街 328 号", Phone: "0512-66668888",
		Bank: "中国工商银行苏州工业园区支行", BankAccount: "1102020109000888888",
	})
	if err != nil {
		return err
	}
	if c.company, err = flow.CompanyOf(ctx, c.st, c.st.Reader()); err != nil {
		return err
	}
	if err := c.hire(c.call(ctx, call.System(c.company.ID), c.start)); err != nil {
		return err
	}
	return c.list(c.call(ctx, c.people["王雪"].viewer, c.start))
}

func (c *company) hire(ctx context.Context) error {
	for _, p := range staff {
		in := people.NewUser{
			Name: p.name, Email: p.address(), Title: p.title, Department: p.department, Admin: p.admin,
		}
		if p.manager != "" {
			in.ManagerID = c.people[p.manager].id
		}
		if p.signsIn {
			in.Password = Password
		}
		switch {
		case p.partner:
			in.Roles = []string{role.Partner}
		case p.heads():
			in.Roles = []string{string(p.department), role.Manager}
		}
		u, err := people.AddUser(ctx, c.st, in)
		if err != nil {
			return err
		}
		p.id = u.ID
		c.people[p.name] = p
	}
	if err := c.appoint(ctx); err != nil {
		return err
	}
	for name, p := range c.people { // who reports to whom is known now
		var err error
		if p.viewer, err = people.Viewer(ctx, c.st, p.id); err != nil {
			return err
		}
		c.people[name] = p
	}
	return nil
}

// appoint makes the first of each department its head.
func (c *company) appoint(ctx context.Context) error {
	ds, err := c.st.Reader().Department.Query().All(ctx)
	if err != nil {
		return err
	}
	for _, d := range ds {
		for _, p := range staff {
			if !p.heads() || p.department != d.Function {
				continue
			}
			head := c.people[p.name].id
			_, err := people.UpdateDepartment(ctx, c.st, people.UpdateDepartmentInput{
				ID: d.ID, ExpectedVersion: d.Version, HeadID: &head,
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// product is something that the company makes.
type product struct {
	sku, name, unit, price string
	tax                    string
	id                     string
}

var catalogue = []product{
	{sku: "AGV-300", name: "潜伏式搬运机器人 300kg", unit: "台", price: "68000", tax: "13"},
	{sku: "AGV-1000", name: "叉式搬运机器人 1t", unit: "台", price: "186000", tax: "13"},
	{sku: "CV-20", name: "辊筒输送线", unit: "米", price: "3280.50", tax: "13"},
	{sku: "ST-900", name: "堆垛机 9 米", unit: "台", price: "420000", tax: "13"},
	{sku: "RK-100", name: "立体货架", unit: "货位", price: "365.80", tax: "13"},
	{sku: "WMS-E", name: "仓储管理系统 企业版", unit: "套", price: "280000", tax: "13"},
	{sku: "IMP-D", name: "现场实施服务", unit: "人天", price: "2400", tax: "6"},
	{sku: "CARE-Y", name: "年度维保服务", unit: "年", price: "58000", tax: "6"},
}

func (c *company) list(ctx context.Context) error {
	for _, p := range catalogue {
		price, err := money.ParsePrice(p.price)
		if err != nil {
			return err
		}
		tax, err := money.ParseRate(p.tax)
		if err != nil {
			return err
		}
		p.id, err = sales.CreateProduct(ctx, c.st, sales.CreateProductInput{
			Sku: p.sku, Name: p.name, Unit: &p.unit, ListPrice: price, TaxRate: &tax,
		})
		if err != nil {
			return err
		}
		c.products = append(c.products, p)
	}
	return nil
}

// customers are the companies that write to us; each may have several needs.
var customers = []string{
	"苏州博远智造有限公司", "深圳蓝海科技股份有限公司", "武汉海川装备有限公司", "杭州金石物流有限公司", "青岛远景能源有限公司",
	"广州启明医疗器械有限公司", "西安远景重工有限公司", "成都恒基装备有限公司", "宁波华信汽车零部件有限公司", "上海瑞丰智造有限公司",
	"无锡安达电子有限公司", "合肥晟达新能源有限公司", "东莞力源机电有限公司", "常州中科精密有限公司", "厦门汇通供应链有限公司",
	"济南凯盛食品有限公司", "佛山东方陶瓷有限公司", "长沙明远机械有限公司", "天津北辰钢结构有限公司", "沈阳新松配套有限公司",
	"南京江宁医药股份有限公司", "嘉兴恒泰纺织有限公司", "珠海格创电器有限公司", "郑州宇达冷链有限公司", "重庆长安配件有限公司",
	"昆山科沃电子有限公司", "南通通海船舶配套有限公司", "泉州安踏供应链有限公司", "徐州徐工液压有限公司", "中山华帝五金有限公司",
}

var (
	surnames = []string{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"}
	given    = []string{"建国", "志强", "丽娜", "文博", "海燕", "国栋", "雅琴", "俊杰", "思远", "晓东", "佳怡", "永刚", "雪梅", "家豪", "秀英", "子轩"}
	titles   = []string{"采购经理", "生产总监", "设备部长", "信息部经理", "物流总监", "副总经理", "厂长"}
	needs    = []string{"智能仓储一期", "产线物料自动配送", "立体库扩容", "成品库搬运机器人", "WMS 升级", "冷库自动化改造", "零部件分拣线", "年度维保", "数字化仓储", "跨厂区物流调度"}
	reasons  = []string{"价格高于竞品", "预算冻结", "选择了本地供应商", "项目延期到明年", "技术方案不匹配"}
)

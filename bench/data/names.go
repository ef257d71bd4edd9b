package data

import "fmt"

var (
	cities   = []string{"苏州", "深圳", "武汉", "杭州", "青岛", "广州", "西安", "成都", "宁波", "上海", "无锡", "合肥", "东莞", "常州", "厦门", "济南", "佛山", "长沙", "天津", "沈阳"}
	firms    = []string{"博远", "蓝海", "海川", "金石", "远景", "启明", "恒基", "华信", "瑞丰", "安达", "晟达", "力源", "中科", "汇通", "凯盛", "东方", "明远", "北辰", "新松", "江宁", "恒泰", "格创", "宇达", "科沃"}
	trades   = []string{"智造", "科技", "装备", "物流", "能源", "医疗器械", "重工", "电子", "新能源", "机电", "精密", "供应链", "食品", "陶瓷", "机械", "医药"}
	surnames = []string{"王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗"}
	given    = []string{"建国", "志强", "丽娜", "文博", "海燕", "国栋", "雅琴", "俊杰", "思远", "晓东", "佳怡", "永刚", "雪梅", "家豪", "秀英", "子轩"}
	needs    = []string{"智能仓储一期", "产线物料自动配送", "立体库扩容", "成品库搬运机器人", "WMS 升级", "冷库自动化改造", "零部件分拣线", "年度维保", "数字化仓储", "跨厂区物流调度"}
	goods    = []string{"搬运机器人", "叉式机器人", "辊筒输送线", "堆垛机", "立体货架", "仓储管理系统", "分拣机", "实施服务"}
)

func pick(from []string, h uint64) string { return from[h%uint64(len(from))] }

func fullName(h uint64) string { h = mix(h); return pick(surnames, h) + pick(given, h>>16) }

// firm is a company's name; its number keeps it from being another's.
func firm(h uint64, n int) string {
	return fmt.Sprintf("%s%s%d%s有限公司", pick(cities, h), pick(firms, h>>12), n+1, pick(trades, h>>24))
}

func need(h uint64, n int) string { return fmt.Sprintf("%s %d", pick(needs, h), n+1) }

func phone(h uint64) string { return national + fmt.Sprintf("13%09d", h%1_000_000_000) }

// mix spreads a number over 64 bits (splitmix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

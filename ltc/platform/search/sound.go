package search

import (
	"slices"
	"strings"
	"sync"

	"github.com/mozillazg/go-pinyin"
)

// mostSounds is how many ways there are at most to say one name.
const mostSounds = 8

// several are the characters that names are read with in more than one way, the most usual first. The dictionary knows
// many more readings, most of which nobody would type: 华 as xin, 佛 as bi.
var several = map[rune]string{
	'柏': "bai bo", '薄': "bo bao", '蚌': "bang beng", '参': "can shen", '藏': "cang zang", '曾': "zeng ceng", '查': "cha zha",
	'朝': "chao zhao", '车': "che ju", '称': "cheng chen", '盛': "sheng cheng", '传': "chuan zhuan", '单': "dan shan chan",
	'弹': "dan tan", '地': "di de", '调': "tiao diao", '都': "du dou", '番': "fan pan", '盖': "gai ge", '会': "hui kuai",
	'贾': "jia gu", '降': "jiang xiang", '角': "jiao jue", '解': "jie xie", '卡': "ka qia", '乐': "le yue", '露': "lu lou",
	'六': "liu lu", '缪': "miao mu", '牟': "mou mu", '朴': "pu piao", '奇': "qi ji", '仇': "qiu chou", '区': "qu ou",
	'覃': "qin tan", '沈': "shen chen", '什': "shi shen", '涡': "wo guo", '尉': "wei yu", '洗': "xi xian", '系': "xi ji",
	'厦': "xia sha", '校': "xiao jiao", '行': "hang xing", '翟': "zhai di", '长': "chang zhang", '折': "zhe she",
	'种': "zhong chong", '重': "zhong chong", '莞': "guan wan", '大': "da dai", '壳': "ke qiao", '给': "gei ji",
}

// known remembers what the dictionary says, which takes it long.
var known sync.Map

// readings are how a character is said and typed, without tones; 吕 is lv and lu. Nothing for what is no Chinese.
func readings(r rune) []string {
	if latin(r) || r == ' ' {
		return nil
	}
	if rs, ok := known.Load(r); ok {
		return rs.([]string)
	}
	rs := strings.Fields(several[r])
	if len(rs) == 0 {
		rs = pinyin.SinglePinyin(r, pinyin.NewArgs())
	}
	rs = slices.Clone(rs)
	for i, s := range rs {
		rs[i] = strings.ReplaceAll(s, "ü", "v")
		if plain := strings.ReplaceAll(rs[i], "v", "u"); plain != rs[i] {
			rs = append(rs, plain)
		}
	}
	known.Store(r, rs)
	return rs
}

// forms end the names of companies; nobody types how they sound.
var forms = []string{"股份有限公司", "有限责任公司", "有限公司", "集团公司"}

// sounds are the ways in which a name can be typed by who types Chinese: all of it, and its initials, with the letters
// and figures between and without; nothing where there is no Chinese in it.
func sounds(name string) []string {
	for _, f := range forms {
		name = strings.TrimSuffix(name, f)
	}
	full, short, han := []string{""}, []string{""}, []string{""}
	for _, r := range fold(name) {
		rs := readings(r)
		if len(rs) > 0 {
			full, short, han = times(full, rs), times(short, initials(rs)), times(han, initials(rs))
		} else if latin(r) {
			full, short = times(full, []string{string(r)}), times(short, []string{string(r)})
		}
	}
	if han[0] == "" {
		return nil
	}
	out := slices.Concat(full, short, han)
	slices.Sort(out)
	return slices.Compact(out)
}

func initials(rs []string) []string {
	var out []string
	for _, r := range rs {
		if !slices.Contains(out, r[:1]) {
			out = append(out, r[:1])
		}
	}
	return out
}

// times continues each way with each reading, as long as there are few; then with the most usual one only.
func times(ways, rs []string) []string {
	if len(ways)*len(rs) > mostSounds {
		rs = rs[:1]
	}
	out := make([]string, 0, len(ways)*len(rs))
	for _, r := range rs {
		for _, w := range ways {
			out = append(out, w+r)
		}
	}
	return out
}

package sales

import "strings"

// usccDigits are the 31 characters of a 统一社会信用代码, each worth its place (GB 32100-2015).
const usccDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// validUSCC tells whether a 统一社会信用代码 has 18 characters and the right check digit: each of the first 17 weighs
// a power of three modulo 31, and with the last one they make a multiple of 31 (GB 32100-2015).
func validUSCC(code string) bool {
	if len(code) != 18 {
		return false
	}
	sum, weight := 0, 1
	for i := range 18 {
		value := strings.IndexByte(usccDigits, code[i])
		if value < 0 {
			return false
		}
		if i == 17 {
			weight = 1
		}
		sum += value * weight
		weight = weight * 3 % 31
	}
	return sum%31 == 0
}

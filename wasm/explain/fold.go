package explain

import "strings"

// compositions are letters and what they decompose to in Unicode normal form
// D, for Latin as far as Vietnamese. A whole table would be larger than the
// engine; Hangul follows a rule.
const compositions = "ÀA\u0300 ÁA\u0301 ÂA\u0302 ÃA\u0303 ÄA\u0308 ÅA\u030a ÇC\u0327 ÈE\u0300 ÉE\u0301 ÊE\u0302 ËE\u0308 ÌI\u0300 ÍI\u0301 ÎI\u0302 " +
	"ÏI\u0308 ÑN\u0303 ÒO\u0300 ÓO\u0301 ÔO\u0302 ÕO\u0303 ÖO\u0308 ÙU\u0300 ÚU\u0301 ÛU\u0302 ÜU\u0308 ÝY\u0301 àa\u0300 áa\u0301 " +
	"âa\u0302 ãa\u0303 äa\u0308 åa\u030a çc\u0327 èe\u0300 ée\u0301 êe\u0302 ëe\u0308 ìi\u0300 íi\u0301 îi\u0302 ïi\u0308 ñn\u0303 " +
	"òo\u0300 óo\u0301 ôo\u0302 õo\u0303 öo\u0308 ùu\u0300 úu\u0301 ûu\u0302 üu\u0308 ýy\u0301 ÿy\u0308 ĀA\u0304 āa\u0304 ĂA\u0306 " +
	"ăa\u0306 ĄA\u0328 ąa\u0328 ĆC\u0301 ćc\u0301 ĈC\u0302 ĉc\u0302 ĊC\u0307 ċc\u0307 ČC\u030c čc\u030c ĎD\u030c ďd\u030c ĒE\u0304 " +
	"ēe\u0304 ĔE\u0306 ĕe\u0306 ĖE\u0307 ėe\u0307 ĘE\u0328 ęe\u0328 ĚE\u030c ěe\u030c ĜG\u0302 ĝg\u0302 ĞG\u0306 ğg\u0306 ĠG\u0307 " +
	"ġg\u0307 ĢG\u0327 ģg\u0327 ĤH\u0302 ĥh\u0302 ĨI\u0303 ĩi\u0303 ĪI\u0304 īi\u0304 ĬI\u0306 ĭi\u0306 ĮI\u0328 įi\u0328 İI\u0307 " +
	"ĴJ\u0302 ĵj\u0302 ĶK\u0327 ķk\u0327 ĹL\u0301 ĺl\u0301 ĻL\u0327 ļl\u0327 ĽL\u030c ľl\u030c ŃN\u0301 ńn\u0301 ŅN\u0327 ņn\u0327 " +
	"ŇN\u030c ňn\u030c ŌO\u0304 ōo\u0304 ŎO\u0306 ŏo\u0306 ŐO\u030b őo\u030b ŔR\u0301 ŕr\u0301 ŖR\u0327 ŗr\u0327 ŘR\u030c řr\u030c " +
	"ŚS\u0301 śs\u0301 ŜS\u0302 ŝs\u0302 ŞS\u0327 şs\u0327 ŠS\u030c šs\u030c ŢT\u0327 ţt\u0327 ŤT\u030c ťt\u030c ŨU\u0303 ũu\u0303 " +
	"ŪU\u0304 ūu\u0304 ŬU\u0306 ŭu\u0306 ŮU\u030a ůu\u030a ŰU\u030b űu\u030b ŲU\u0328 ųu\u0328 ŴW\u0302 ŵw\u0302 ŶY\u0302 ŷy\u0302 " +
	"ŸY\u0308 ŹZ\u0301 źz\u0301 ŻZ\u0307 żz\u0307 ŽZ\u030c žz\u030c ẠA\u0323 ạa\u0323 ẢA\u0309 ảa\u0309 ẤA\u0302\u0301 ấa\u0302\u0301 " +
	"ẦA\u0302\u0300 ầa\u0302\u0300 ẨA\u0302\u0309 ẩa\u0302\u0309 ẪA\u0302\u0303 ẫa\u0302\u0303 ẬA\u0323\u0302 ậa\u0323\u0302 " +
	"ẮA\u0306\u0301 ắa\u0306\u0301 ẰA\u0306\u0300 ằa\u0306\u0300 ẲA\u0306\u0309 ẳa\u0306\u0309 ẴA\u0306\u0303 ẵa\u0306\u0303 " +
	"ẶA\u0323\u0306 ặa\u0323\u0306 ẸE\u0323 ẹe\u0323 ẺE\u0309 ẻe\u0309 ẼE\u0303 ẽe\u0303 ẾE\u0302\u0301 ếe\u0302\u0301 ỀE\u0302\u0300 " +
	"ềe\u0302\u0300 ỂE\u0302\u0309 ểe\u0302\u0309 ỄE\u0302\u0303 ễe\u0302\u0303 ỆE\u0323\u0302 ệe\u0323\u0302 ỈI\u0309 ỉi\u0309 " +
	"ỊI\u0323 ịi\u0323 ỌO\u0323 ọo\u0323 ỎO\u0309 ỏo\u0309 ỐO\u0302\u0301 ốo\u0302\u0301 ỒO\u0302\u0300 ồo\u0302\u0300 ỔO\u0302\u0309 " +
	"ổo\u0302\u0309 ỖO\u0302\u0303 ỗo\u0302\u0303 ỘO\u0323\u0302 ộo\u0323\u0302 ỚO\u031b\u0301 ớo\u031b\u0301 ỜO\u031b\u0300 " +
	"ờo\u031b\u0300 ỞO\u031b\u0309 ởo\u031b\u0309 ỠO\u031b\u0303 ỡo\u031b\u0303 ỢO\u031b\u0323 ợo\u031b\u0323 ỤU\u0323 ụu\u0323 " +
	"ỦU\u0309 ủu\u0309 ỨU\u031b\u0301 ứu\u031b\u0301 ỪU\u031b\u0300 ừu\u031b\u0300 ỬU\u031b\u0309 ửu\u031b\u0309 ỮU\u031b\u0303 " +
	"ữu\u031b\u0303 ỰU\u031b\u0323 ựu\u031b\u0323 ỲY\u0300 ỳy\u0300 ỴY\u0323 ỵy\u0323 ỶY\u0309 ỷy\u0309 ỸY\u0303 ỹy\u0303 "

// decompose appends a character in normal form D.
func decompose(b *strings.Builder, r rune) {
	const first, last, jamoL, jamoV, jamoT = 0xac00, 0xd7a3, 0x1100, 0x1161, 0x11a7 // Unicode, section 3.12
	switch {
	case r < 0xc0:
	case r <= 0x17f || r >= 0x1ea0 && r <= 0x1ef9:
		if _, rest, found := strings.Cut(compositions, string(r)); found {
			parts, _, _ := strings.Cut(rest, " ")
			b.WriteString(parts)
			return
		}
	case r >= first && r <= last:
		i := r - first
		b.WriteRune(jamoL + i/588)
		b.WriteRune(jamoV + i%588/28)
		if t := i % 28; t > 0 {
			b.WriteRune(jamoT + t)
		}
		return
	}
	b.WriteRune(r)
}

// decomposed returns a name in normal form D.
func decomposed(name string) string {
	var b strings.Builder
	for _, r := range name {
		decompose(&b, r)
	}
	return b.String()
}

// folded returns a decomposed name in lower case, for the alphabets of Europe.
func folded(name string) string {
	return strings.Map(lower, name)
}

func lower(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z', r >= 0xc0 && r <= 0xde && r != 0xd7, r >= 0x391 && r <= 0x3a9, r >= 0x410 && r <= 0x42f:
		return r + 32
	case r >= 0x400 && r <= 0x40f:
		return r + 80
	case r >= 0x100 && r <= 0x137, r >= 0x14a && r <= 0x177, r >= 0x460 && r <= 0x481:
		return r | 1
	case r >= 0x139 && r <= 0x148, r >= 0x179 && r <= 0x17e:
		return r + r&1
	}
	return r
}

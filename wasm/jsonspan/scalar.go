package jsonspan

import "strings"

// words are those that other languages write where JSON has one of its own,
// between spaces, and what to write instead.
var words = [...][2]string{
	{" NaN nan ", "Write null or leave the property out."},
	{" Infinity inf ", "Write null or a large number."},
	{" undefined ", "Write null to delete a property, or leave it out."},
	{" None nil nul NULL Null ", "Write null."},
	{" True TRUE tru yes ", "Write true."},
	{" False FALSE fals no ", "Write false."},
}

// wordHint returns what to write instead of such a word, "" for another one.
func wordHint(word string) string {
	for _, w := range words {
		if word != "" && strings.Contains(w[0], " "+word+" ") {
			return w[1]
		}
	}
	return ""
}

// scalar reads a number or a word, or whatever stands in their place.
func (d *diagnoser) scalar() {
	at := d.i
	end := d.tokenEnd(at)
	switch c := d.src[at]; {
	case scanWord(d.src, at) == end:
		d.i = end
		return
	case allDots(string(d.src[at:end])):
		d.junk(at, end, "A value must stand here", "")
	case isDigit(c) || c == '-' || c == '+' || c == '.':
		end = d.numberEnd(at, end)
		d.i = end
		if scanNumber(d.src, at) == end {
			return
		}
		d.number(at, string(d.src[at:end]))
	case d.wordLen(at) > 0:
		end = d.word(at)
	default:
		d.junk(at, end, "A value must stand here", "A value is a string in double quotes, a number, true, false, null, an object or an array.")
		if c == '(' {
			end = at // skip finds the other one
		}
	}
	d.i = end
	d.skip()
}

// word reports the text without quotes at i and returns the offset behind it.
func (d *diagnoser) word(at int) int {
	end := d.bareEnd(at)
	token := string(d.src[at:end])
	c := d.byteBehind(end)
	hint := wordHint(token)
	switch {
	case hint != "":
	case d.byteAt(end) == '"' && d.endsAt(end+1, false):
		d.report(CodeUnclosedString, at, end+1, "The quote at the beginning of this string is missing.", `Write "`+token+`".`)
		return end + 1
	case strings.HasPrefix(token, "−"):
		hint = "Write the minus sign of the keyboard: -" + strings.TrimPrefix(token, "−") + "."
	case c == '(' || c == '=' || c == '{' || c == '[' || c == '"' || c == '\'':
		hint = "JSON holds values and no code: write the value itself."
	default:
		hint = `Text stands in double quotes: "` + token + `".`
	}
	d.report(CodeBadWord, at, end, "JSON has no value "+token+".", hint)
	return end
}

// numberEnd returns the offset behind the number at i whose first token ends
// at end: with what people write behind, a unit for example, or between its
// digits.
func (d *diagnoser) numberEnd(at, end int) int {
	for len(d.frames) > 0 {
		c, next := d.byteAt(end), d.byteAt(end+1)
		switch {
		case (c == ':' || c == '\'' || c == '/' || c == '_' || c == ' ' && (!d.inArray() || next == '0' && isDigit(d.byteAt(end+2)))) && isDigit(next):
			end = d.tokenEnd(end + 1)
			continue
		case c == '%':
			return end + 1
		case c == ' ' && !isDigit(next) && d.wordLen(end+1) > 0 && !d.isLiteral(end+1):
			more := d.bareEnd(end)
			if c := d.byteBehind(more); endsValue(c, false) && validText(d.src[at:more]) {
				return more
			}
		}
		break
	}
	return end
}

//go:noinline
func isNumber(s string) bool { return scanNumber([]byte(s), 0) == len(s) }

// number reports what is wrong with a literal that begins as a number.
func (d *diagnoser) number(at int, token string) {
	digits := token
	for digits != "" && (digits[0] == '+' || digits[0] == '-') {
		digits = digits[1:]
	}
	sign := token[:len(token)-len(digits)]
	last := token[len(token)-1]
	if next := d.behind(d.i); last == '.' && d.memberAt(next) {
		d.report(CodeMissingComma, d.i-1, d.i, "A comma must stand here, not a point.", "Write , instead.")
		d.separated = true
		return
	}
	packed := strings.Map(func(r rune) rune {
		if r == ' ' || r == '\'' || r == '_' {
			return -1
		}
		return r
	}, digits)
	hint := `If it is text, such as a date or an amount with a unit, write double quotes around it: "` + token + `".`
	switch {
	case wordHint(digits) != "":
		hint = wordHint(digits)
	case digits == "":
		hint = "A digit must follow the minus."
	case packed != digits && isNumber(packed) && sign != "+":
		hint = "Nothing can stand between the digits: " + sign + packed + "."
	case sign == "+" && isNumber(digits):
		hint = "Numbers have no plus sign: " + digits + "."
	case sign != "" && sign != "-":
	case isNumber("0"+digits) && digits[0] == '.':
		hint = "Write a digit before the point: " + sign + "0" + digits + "."
	case len(digits) > 1 && digits[0] == '0' && isNumber("1"+digits):
		hint = `Numbers have no leading zero. Where it counts, as in a postcode, write text: "` + token + `".`
	case len(digits) > 1 && digits[0] == '0' && (digits[1]|0x20 == 'x' || digits[1]|0x20 == 'o' || digits[1]|0x20 == 'b'):
		hint = "Write the number in decimal, without " + digits[:2] + "."
	case !isNumber(digits + "0"):
	case last == '.':
		hint = "A digit must follow the point."
	default:
		hint = "A digit must follow the " + string(rune(last)) + "."
	}
	d.report(CodeBadNumber, at, at+len(token), token+" is not a number of JSON.", hint)
}

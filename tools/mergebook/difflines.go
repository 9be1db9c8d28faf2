package main

// A diffLine is a line of a text, and how it came from another one: "-" is only
// in the old text, "+" only in the new one, " " in both.
type diffLine struct{ sign, text string }

// mostCompared bounds the pairs of lines that are compared.
const mostCompared = 1 << 22

// diffLines returns the shortest way from one text to another, line by line:
// by a longest common subsequence. Where that would take too long, all lines go
// and all come.
func diffLines(a, b []string) []diffLine {
	var out []diffLine
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		out = append(out, diffLine{" ", a[0]})
		a, b = a[1:], b[1:]
	}
	common := 0 // at the end
	for common < len(a) && common < len(b) && a[len(a)-1-common] == b[len(b)-1-common] {
		common++
	}
	same := a[len(a)-common:]
	a, b = a[:len(a)-common], b[:len(b)-common]
	longest := subsequences(a, b)
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out = append(out, diffLine{" ", a[i]})
			i++
			j++
		case j == len(b) || i < len(a) && (longest == nil || longest[i+1][j] >= longest[i][j+1]):
			out = append(out, diffLine{"-", a[i]})
			i++
		default:
			out = append(out, diffLine{"+", b[j]})
			j++
		}
	}
	for _, s := range same {
		out = append(out, diffLine{" ", s})
	}
	return out
}

// subsequences returns how long the longest common subsequence is of what is
// behind each pair of lines; nil for too many.
func subsequences(a, b []string) [][]int32 {
	if len(a)*len(b) > mostCompared {
		return nil
	}
	longest := make([][]int32, len(a)+1)
	for i := range longest {
		longest[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	return longest
}

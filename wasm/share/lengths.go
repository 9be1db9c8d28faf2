package share

// lengths writes the lengths of both codes as one list.
func (w *bitWriter) lengths(c *coder, literals, distances []uint8) {
	list := repeats(append(literals[:len(literals):len(literals)], distances...))
	var counts [lengthSymbols]int
	for _, r := range list {
		counts[r.symbol]++
	}
	lengths := c.codeLengths(counts[:], maxLengthBits)
	ordered := make([]uint8, lengthSymbols)
	for i, symbol := range lengthOrder {
		ordered[i] = lengths[symbol]
	}
	ordered = cutZeros(ordered, fewestLengths)

	w.bits(len(literals)-fewestLiterals, 5)
	w.bits(len(distances)-fewestDistances, 5)
	w.bits(len(ordered)-fewestLengths, 4)
	for _, n := range ordered {
		w.bits(int(n), 3)
	}
	words := newCode(lengths)
	for _, r := range list {
		w.word(words[r.symbol])
		w.bits(int(r.more), r.moreBits)
	}
}

// A repeat is a symbol of the list of lengths, and the bits behind it.
type repeat struct {
	symbol   uint8
	moreBits uint8
	more     uint8
}

func repeats(lengths []uint8) []repeat {
	var list []repeat
	for len(lengths) > 0 {
		length, run := lengths[0], 1
		for run < len(lengths) && lengths[run] == length {
			run++
		}
		lengths = lengths[run:]
		if length > 0 {
			list = append(list, repeat{symbol: length})
			run--
		}
		for run > 0 {
			var n int
			switch {
			case run < 3:
				n = 1
				list = append(list, repeat{symbol: length})
			case length > 0:
				n = min(run, 6)
				list = append(list, repeat{repeatLast, 2, uint8(n - 3)})
			case run <= 10:
				n = run
				list = append(list, repeat{repeatZero, 3, uint8(n - 3)})
			default:
				n = min(run, 138)
				list = append(list, repeat{repeatZeroLong, 7, uint8(n - 11)})
			}
			run -= n
		}
	}
	return list
}

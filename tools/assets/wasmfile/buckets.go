package wasmfile

// The runtime finds the function of a program counter by a bucket for each
// 4,096 of them: it says from which function on to look, and within the bucket
// how many functions further. In WebAssembly each function has 65,536 program
// counters, thus 16 buckets, which all say the same number; and the next
// function's say the next.
const (
	bucketPCs  = 4096
	subPCs     = bucketPCs / 16
	bucketSize = 4 + 16 // the number, and how many further for each sixteenth
	aFew       = 64
)

// bucketsSize returns the size of all buckets for so many program counters. The
// last bucket has not all of its sixteenths.
func bucketsSize(pcs uint64) uint64 {
	return 4*((pcs+bucketPCs-1)/bucketPCs) + (pcs+subPCs-1)/subPCs
}

// coarsen makes the numbers multiples of a few. To begin to look earlier finds
// the same function, a little later: it happens when a stack is walked through.
func (t functions) coarsen() {
	for b := t.buckets; len(b) > 4; b = b[min(bucketSize, len(b)):] {
		le.PutUint32(b, le.Uint32(b)/aFew*aFew)
		clear(b[4:min(bucketSize, len(b))])
	}
}

package search

import (
	"slices"
	"sync"
)

// A Vocabulary gives words their numbers. It may be used by several goroutines
// at once.
type Vocabulary struct {
	mu       sync.Mutex
	numbers  map[string]int
	words    []string
	weighers sync.Pool
}

// NewVocabulary returns one in which these words have the numbers from 0.
func NewVocabulary(words []string) *Vocabulary {
	v := &Vocabulary{numbers: make(map[string]int, len(words)), words: slices.Clone(words)}
	for i, word := range words {
		v.numbers[word] = i
	}
	v.weighers.New = func() any { return &weigher{words: map[string]*weighed{}} }
	return v
}

// Words returns the words in the order of their numbers.
func (v *Vocabulary) Words() []string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return slices.Clone(v.words)
}

// number returns that of a word, which is a new one for a new word.
func (v *Vocabulary) number(word string) int {
	v.mu.Lock()
	defer v.mu.Unlock()
	n, known := v.numbers[word]
	if !known {
		n = len(v.words)
		v.numbers[word] = n
		v.words = append(v.words, word)
	}
	return n
}

// Command runtime does what makes Go's runtime look at its tables: it moves
// stacks, collects garbage while they are deep, recovers, and crashes at last.
package main

import (
	"fmt"
	"reflect"
	"runtime"
	"strings"
)

func main() {
	fmt.Println("goroutines:", runtime.NumGoroutine())
	fmt.Println("deep:", deep(20_000, nil))
	answers := make(chan int)
	for i := range 10 {
		go func() { answers <- deep(1_000*i, nil) }()
	}
	sum := 0
	for range 10 {
		sum += <-answers
	}
	fmt.Println("deep, in goroutines:", sum)
	fmt.Println("recovered:", recovered(func() { panic("a text") }))
	fmt.Println("recovered:", recovered(func() { fmt.Sprint(*none) }))
	fmt.Println("recovered:", recovered(func() { fmt.Sprint([]int{1}[len(answers)+1]) }))
	fmt.Println("recovered:", recovered(func() { defer func() { panic("another") }(); panic("one") }))
	fmt.Println("recovered further out:", recovered(func() {
		defer func() { func() { recover() }() }()
		panic("this")
	}))
	var adder func(string, int) string
	swap := func(in []reflect.Value) []reflect.Value {
		grow(5_000)
		return []reflect.Value{reflect.ValueOf(fmt.Sprint(in[0], in[1]))}
	}
	reflect.ValueOf(&adder).Elem().Set(reflect.MakeFunc(reflect.TypeOf(adder), swap))
	fmt.Println("made:", adder(strings.Repeat("x", 3), 4))
	method := reflect.ValueOf(text("of a method")).MethodByName("Grown").Interface().(func(string) string)
	fmt.Println("method:", method(strings.Repeat("y", 3)))
	crash("boom")
}

var none *int

type node struct {
	n    int
	next *node
}

// deep keeps pointers to the stack and to the heap in each frame, and collects
// garbage at the bottom.
func deep(n int, above *node) int {
	here := node{n, above}
	made := &node{n: 1}
	if n == 0 {
		runtime.GC()
		sum := 0
		for at := &here; at != nil; at = at.next {
			sum += at.n % 7
		}
		return sum
	}
	rest := deep(n-1, &here)
	return rest + made.n + here.n%3
}

func grow(n int) { deep(n, nil) }

type text string

func (t text) Grown(s string) string {
	grow(5_000)
	return string(t) + s
}

func recovered(f func()) (text any) {
	defer func() { text = recover() }()
	f()
	return "nothing"
}

func crash(why string) { panic(why) }

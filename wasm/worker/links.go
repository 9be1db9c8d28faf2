//go:build js && wasm

package main

import (
	"context"

	"mergebook/wasm/sandbox"
)

// links are those that the Worker has read for a request, and those that the request
// makes, which the Worker keeps after it. A handler cannot wait for them: when it
// asks for one that was not read, the Worker reads it and sends the request again.
type links struct {
	read   map[string]string // by id; "" where there is none
	wanted string            // an id to be read first
	made   map[string]string
}

// current is what the request has that is being answered; there is one at a time.
var current links

type edgeLinks struct{}

func (edgeLinks) Get(_ context.Context, id string) (string, error) {
	if fragment, made := current.made[id]; made {
		return fragment, nil
	}
	fragment, known := current.read[id]
	if !known {
		current.wanted = id
		return "", sandbox.ErrLater
	}
	return fragment, nil
}

func (l edgeLinks) Put(ctx context.Context, id, fragment string) error {
	kept, err := l.Get(ctx, id)
	if err == nil && kept == "" {
		current.made = map[string]string{id: fragment}
	}
	return err
}

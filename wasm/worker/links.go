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
	Read   map[string]string `json:"read"`   // by id; "" where there is none
	Wanted string            `json:"wanted"` // an id to be read first
	Made   map[string]string `json:"made"`
}

// current is what the request has that is being answered; there is one at a time.
var current links

type edgeLinks struct{}

func (edgeLinks) Get(_ context.Context, id string) (string, error) {
	if fragment, made := current.Made[id]; made {
		return fragment, nil
	}
	fragment, known := current.Read[id]
	if !known {
		current.Wanted = id
		return "", sandbox.ErrLater
	}
	return fragment, nil
}

func (l edgeLinks) Put(ctx context.Context, id, fragment string) error {
	kept, err := l.Get(ctx, id)
	if err == nil && kept == "" {
		current.Made = map[string]string{id: fragment}
	}
	return err
}

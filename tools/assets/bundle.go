package main

import (
	"errors"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle returns the scripts and the style sheet by their logical names.
func bundle(src, wasmExec string) (map[string][]byte, error) {
	js := func(name string) string { return filepath.Join(src, "js", name) }
	pages := options(js("site.js"), js("playground.js"), js("embed.js"), js("live.js"), filepath.Join(src, "css", "site.css"))
	pages.Format = api.FormatESModule

	editor := options(js("editor/editor.js"))
	editor.Format = api.FormatESModule
	editor.Banner = map[string]string{"js": "/*! With CodeMirror, Lezer and style-mod. Copyright 2018 by Marijn Haverbeke and others, MIT: https://codemirror.net */"}

	worker := options(js("worker.js"))
	worker.Format = api.FormatESModule
	worker.Plugins = []api.Plugin{goRuntime(wasmExec)}
	worker.Banner = map[string]string{"js": "/*! With wasm_exec.js of Go. Copyright 2018 The Go Authors, BSD-3-Clause: https://go.dev/LICENSE */"}

	offline := options(js("offline.js"))
	offline.Format = api.FormatIIFE

	files := map[string][]byte{}
	for _, o := range []api.BuildOptions{pages, editor, worker, offline} {
		result := api.Build(o)
		if len(result.Errors) > 0 {
			lines := api.FormatMessages(result.Errors, api.FormatMessagesOptions{Kind: api.ErrorMessage})
			return nil, errors.New(strings.Join(lines, "") + "If it is an npm package that is missing, run make assets, which installs them.")
		}
		for _, file := range result.OutputFiles {
			files[filepath.Base(file.Path)] = file.Contents
		}
	}
	return files, nil
}

func options(entries ...string) api.BuildOptions {
	return api.BuildOptions{
		EntryPoints: entries,
		EntryNames:  "[name]",
		Outdir:      "out", // nothing is written there
		Bundle:      true,
		Target:      api.ES2022,
		Charset:     api.CharsetUTF8,

		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
	}
}

// goRuntime finds wasm_exec.js, which must be that of the toolchain which
// compiles the engine.
func goRuntime(path string) api.Plugin {
	return api.Plugin{
		Name: "go-runtime",
		Setup: func(build api.PluginBuild) {
			build.OnResolve(api.OnResolveOptions{Filter: `^wasm_exec\.js$`}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
				return api.OnResolveResult{Path: path}, nil
			})
		},
	}
}

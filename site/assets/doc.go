// Package assets is what the site's pages load: style sheet, scripts, the
// engine, the icon.
//
// The sources are css/, js/ and icon.svg here, wasm/browser for the engine, and
// the npm packages of package.json for the editor. make assets builds dist/ from
// them, which git does not keep, and this package embeds it: programs that import
// it must be built after it.
//
// # The scripts
//
// Each page loads one module: site.js, or playground.js on the playground, or
// embed.js on the page that others show in a frame. Under mergebook serve first live.js. The others are parts of those:
//
//	engine.js   starts the worker, calls the engine, starts it anew when it fails
//	worker.js   the other end: runs the engine; a file of its own
//	near.js     the engine on the page's own thread, for short texts while somebody types
//	chunks.js   a text that changes a little, in chunks of lines that stay
//	view.js     answers of the engine -> elements, as templates/answer.html has them
//	json.js     JSON -> coloured text
//	tablist.js  tabs; tabs.js makes them of stacked snippets, views.js of the playground's views
//	copy.js     Copy buttons
//	run.js      Run buttons; sandbox.js calls the live sandbox, where there is one
//	draft.js    what the visitor typed, kept in the tab
//	texts.js    the two texts of the playground, with what was sent, and all that may replace them
//	compute.js  calls the engine with the newest texts
//	outcome.js  shows what came of them
//	goal.js     the view of the body that leads to a goal
//	compare.js  the view of what RFC 7396 would do
//	code.js     the view of the request as code
//	predict.js  the view in which one says what will happen; cover.js hides it meanwhile
//	verdict.js  whether a profile is what it should be; exercise.js asks it too
//	sent.js     sends bodies, undoes that, sends them again; history.js is the view of them
//	sequence.js sent bodies in a link, and out of one
//	examples.js the menu of examples
//	newest.js   one call at a time, and then the newest
//	steps.js    ties the list of what happened to the texts
//	mirror.js   marks in a textarea
//	links.js    share links; sharing.js is the dialog
//	keys.js     the list of shortcuts
//	format.js   Format buttons
//	panes.js    sizes of the panes, and tabs of them on small screens
//	roving.js   the arrow keys in a row of tabs
//	trusted.js  the addresses that may become scripts
//	inplace.js  puts another build of a page in the place of what is shown, for live.js
//	offline.js  the service worker; a file of its own
//	notice.js   the line of the toolbar
//	long.js     an editor of a text, which may be too long for the page
//	takeover.js loads editor.js, and has it take the place of textareas
//	dom.js      small helpers
//
// editor.js is a file of its own, which the playground starts when somebody is at
// it: CodeMirror, in what lies in js/editor.
//
//	editor.js   an editor in the place of a textarea
//	marks.js    what the engine says of the text, marked in it
//	look.js     its style sheets, which the page's policy must allow
//	highlights.js what the page points at in it
//	hints.js    which keys there are
//	folds.js    what is folded, and opens at a press
//
// Names in dist carry a hash of their content, so they can be cached for
// ever; manifest.json has them by their logical name.
package assets

// Command assets builds what the site's pages load: it compiles wasm/browser
// to engine.wasm, bundles and minifies the scripts and the style sheet of
// site/assets, compresses everything, and writes it to site/assets/dist under
// names that carry a hash of the content. manifest.json, written last, has
// those names by the logical ones.
//
// make assets runs it, after npm has installed what site/assets/package.json
// names, and before programs that embed site/assets are built. What is there
// already is not compressed again, so it is quick when little has changed. The
// output depends on the sources, the packages and the toolchain alone.
package main

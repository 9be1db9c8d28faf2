// Package highlight colours code. It is the sole importer of chroma.
//
// Its output is text and spans that have chroma's short class names, nothing
// else: no styles, no <pre>, no line numbers. The style sheet says what the
// classes look like, in light and in dark; whoever shows the code puts it into
// its element. Everything of the code is escaped.
package highlight

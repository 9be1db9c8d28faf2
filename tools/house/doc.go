// Package house holds the layout of the project: which package may import
// which, what the page's engine may carry, and what lies at the top. It has
// tests only; content/contributing/architecture.md says why the rules are so.
package house

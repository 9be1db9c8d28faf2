package snippet

import "strings"

var powershell = Language{ID: "powershell", Label: "cURL (PowerShell)", Write: writePowerShell}

// writePowerShell writes the command of writeCurl for PowerShell 7.3 or later
// on Windows; there, "curl" alone is another command in version 5.1. That one
// also loses double quotes in arguments, which the snippet says when it has
// some.
//
// Windows takes 32,767 characters for a whole command, and its curl.exe reads
// arguments in the code page of the machine. So a body that is long, or not
// ASCII, is handed over in a file, which .NET writes as UTF-8 without a mark.
func writePowerShell(r *Request) *Code {
	c := &Code{}
	r = curlRequest(c, r)
	command, needs := powerShellCommand(r)
	if needs {
		c.comment("# PowerShell 7.3 or later: older versions lose double quotes and escapes.\n")
	}
	file := !fitsWindows(r.Body)
	if file {
		c.name("$file").plain(" = [IO.Path]::").function("GetTempFileName").plain("()\n")
		c.plain("[IO.File]::").function("WriteAllText").plain("(").name("$file").plain(", ").str(psQuote(r.Body)).plain(")\n")
	}
	c.addCode(command)
	if file {
		c.builtin("Remove-Item").plain(" ").name("$file").plain("\n")
	}
	return c
}

// powerShellCommand returns the call of curl.exe, and whether an older version
// would run it as another one.
func powerShellCommand(r *Request) (c *Code, needs bool) {
	c = &Code{}
	c.builtin("curl.exe")
	option := func(name, value string) {
		c.plain(" `\n  ").name(name)
		if value != "" {
			c.plain(" ").str(psQuote(value))
			needs = needs || strings.Contains(value, `"`) || strings.HasSuffix(value, `\`) || psEscapes(value)
		}
	}
	for _, o := range curlOptions(r) {
		option(o.name, o.value)
	}
	switch {
	case r.Body == "":
	case fitsWindows(r.Body):
		option(dataOption, r.Body)
	default:
		option("--data-binary", "")
		c.plain(" ").str(`"@$file"`)
		needs = needs || psEscapes(r.Body)
	}
	return c.plain("\n"), needs
}

// fitsWindows reports whether the text can be an argument of curl.exe. A quote
// or backslash may count twice in a command.
func fitsWindows(s string) bool {
	for i := range len(s) {
		if s[i] == 0 || s[i] >= 0x80 {
			return false
		}
	}
	return len(s) <= 10_000
}

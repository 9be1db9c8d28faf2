package snippets

// runners says how to run each language.
var runners = map[string]runner{
	"curl":   {[]string{"curl"}, each("snippet.sh", "sh")},
	"fetch":  {[]string{"node"}, each("snippet.mjs", "node")},
	"python": {[]string{"python3"}, runPython},
	"php":    {[]string{"php"}, each("snippet.php", "php")},
	"ruby":   {[]string{"ruby"}, each("snippet.rb", "ruby")},
	"go":     {[]string{"go"}, runGo},
	"java":   {[]string{"java", "javac"}, runJava},
	"csharp": {[]string{"mcs", "mono"}, runCSharp},
}

// unrun lists the languages that cannot run on the machines of the tests, with
// the reason. They are held by their goldens and by reading their literals back.
var unrun = map[string]string{}

// cannot lists what the client of a language cannot send, by language and
// comment of the request, with the reason.
var cannot = map[string]string{
	"fetch/__proto__ as a header":           "the HTTP client of Node drops this header",
	"fetch/GET with a body":                 "the Fetch standard forbids it; the snippet says so",
	"java/unicode, invisible and turning":   "java.net.http writes headers as ASCII, and refuses what is no Latin-1",
	"fetch/another host":                    "fetch takes the host from the URL",
	"csharp/unicode, invisible and turning": "HttpClient refuses a header that is not ASCII",
}

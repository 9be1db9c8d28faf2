package snippets

// runners says how to run each language.
var runners = map[string]runner{
	"curl":   {[]string{"curl"}, each("snippet.sh", "sh")},
	"fetch":  {[]string{"node"}, runNode},
	"node":   {[]string{"node"}, runNode},
	"go":     {[]string{"go"}, runGo},
	"python": {[]string{"python3"}, runPython},
	"java":   {[]string{"java", "javac"}, runJava},
	"csharp": {[]string{"mcs", "mono"}, runCSharp},
	"php":    {[]string{"php"}, each("snippet.php", "php")},
	"ruby":   {[]string{"ruby"}, runRuby},
}

// unrun lists the languages that cannot run on the machines of the tests, with
// the reason. They are held by their goldens and by reading their literals back.
var unrun = map[string]string{
	"powershell": "Debian has no PowerShell",
	"swift":      "URLSession of Apple's Foundation is on Apple's systems only",
	"objc":       "NSURLSession is on Apple's systems only",
}

// cannot lists what the client of a language cannot send, by language and
// comment of the request, with the reason.
var cannot = map[string]string{
	"curl/HEAD with a body": "with --request HEAD, curl waits for the body of the response",

	"fetch/__proto__ as a header":                  "the HTTP client of Node drops this header",
	"fetch/dots in a path":                         "the URL standard resolves single and double dots",
	"fetch/a lone question mark":                   "the HTTP client of Node drops it",
	"fetch/headers that a browser keeps to itself": "fetch sets Sec-Fetch-Mode itself",
	"fetch/a host of its own":                      "fetch sets Host itself",
	"fetch/TRACE":                                  "fetch refuses the method",
	"fetch/post":                                   "fetch writes the methods that it knows in upper case",
	"fetch/GET with a body":                        "fetch refuses a body with GET",
	"fetch/HEAD with a body":                       "fetch refuses a body with HEAD",

	"java/unicode, invisible and turning":   "java.net.http writes headers as ASCII, and refuses what is no Latin-1",
	"java/typographic quotes":               "java.net.http writes headers as ASCII, and refuses what is no Latin-1",
	"java/blanks of unicode around a value": "java.net.http writes headers as ASCII, and refuses what is no Latin-1",
	"java/cookies in unicode":               "java.net.http writes headers as ASCII, and refuses what is no Latin-1",
	"java/a lone question mark":             "java.net.http drops it",

	"csharp/unicode, invisible and turning":   "HttpClient refuses a header that is not ASCII",
	"csharp/typographic quotes":               "HttpClient refuses a header that is not ASCII",
	"csharp/blanks of unicode around a value": "HttpClient refuses a header that is not ASCII",
	"csharp/marks that turn text in a url":    "System.Uri drops them",
	"csharp/cookies in unicode":               "HttpClient refuses a header that is not ASCII",
	"csharp/dots in a path":                   "System.Uri resolves single and double dots",
	"csharp/patch":                            "HttpClient writes the methods that it knows in upper case",
	"csharp/post":                             "HttpClient writes the methods that it knows in upper case",

	"python/a lone question mark": "requests drops it",

	"php/HEAD with a body": "libcurl waits for the body of the response",

	"powershell/HEAD with a body": "libcurl waits for the body of the response",

	"swift/GET with a body":   "URLSession refuses a body with GET",
	"swift/post":              "URLSession writes the methods that it knows in upper case",
	"swift/a host of its own": "Apple's documentation reserves Host",
	"swift/no content type":   "URLSession adds the Content-Type of a form",

	"objc/GET with a body":   "URLSession refuses a body with GET",
	"objc/post":              "URLSession writes the methods that it knows in upper case",
	"objc/a host of its own": "Apple's documentation reserves Host",
	"objc/no content type":   "URLSession adds the Content-Type of a form",

	"node/post": "both clients of Node write the method in upper case",
}
